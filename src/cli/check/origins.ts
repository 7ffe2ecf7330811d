import { judge, type Finding } from './finding.js';
import { told, type Probe, type Question } from './probe.js';

/** Origins that no host means to let in, built around its own. */
function foreignOrigins(base: URL): string[] {
  return [
    'null',
    'https://evil.example',
    `https://${base.hostname}.evil.example`,
    `https://evil-${base.hostname}`,
  ];
}

const READ: Question = { route: 'GET /entities' };
const ACT: Question = { route: 'POST /link-session', body: { method: 'connect' } };

/** No other website reads or acts with the customer's cookies. */
export async function checkOrigins(probe: Probe): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const origin of foreignOrigins(probe.options.base)) {
    const headers = { origin, 'sec-fetch-site': 'cross-site' };
    const read = await probe.ask({ ...READ, headers });
    const allowed = read.headers.get('access-control-allow-origin');
    findings.push(
      judge(
        {
          route: READ.route,
          promise: `lets no page of origin ${origin} read`,
          mend: 'Compare the Origin header with an exact list, never allow * or null, and never echo what was sent.',
        },
        allowed !== origin && allowed !== '*',
        `access-control-allow-origin: ${allowed ?? ''}`,
      ),
    );
    const asked = await probe.ask({
      route: 'OPTIONS /link-session',
      session: 'none',
      headers: {
        ...headers,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    const leave = asked.headers.get('access-control-allow-origin');
    findings.push(
      judge(
        {
          route: ACT.route,
          promise: `gives a page of origin ${origin} no leave to send`,
          mend: 'Answer a preflight with access-control-allow-origin only for origins on your exact list.',
        },
        leave !== origin && leave !== '*',
        `a preflight answered access-control-allow-origin: ${leave ?? ''}`,
      ),
    );
    const act = await probe.ask({ ...ACT, headers });
    findings.push(
      judge(
        {
          route: ACT.route,
          promise: `refuses what a page of origin ${origin} sends`,
          mend: 'Refuse with 403 when Origin is not yours and not on your list, or Sec-Fetch-Site is cross-site.',
        },
        act.status >= 400,
        told(act),
      ),
    );
  }
  return findings;
}
