import { judge, type Finding } from './finding.js';
import { told, type Probe } from './probe.js';

const ROUTE = 'POST /webhooks';
const EVENT = '{"type":"lean-elements.check","payload":{},"event_id":"made-up-id"}';

/** Only Lean can tell the host something. */
export async function checkWebhooks(probe: Probe): Promise<Finding[]> {
  const findings: Finding[] = [];
  const signatures: [string, Record<string, string>][] = [
    ['without a signature', {}],
    ['with an empty signature', { 'lean-signature': '' }],
    ['with a wrong signature', { 'lean-signature': `sha512=${'0'.repeat(128)}` }],
  ];
  for (const [name, headers] of signatures) {
    const seen = await probe.ask({ route: ROUTE, body: EVENT, headers, session: 'none' });
    findings.push(
      judge(
        {
          route: ROUTE,
          promise: `refuses an event ${name}`,
          mend: 'Compare lean-signature with sha512= and the HMAC-SHA512 of the raw body, in constant time, before parsing.',
        },
        seen.status === 401 || seen.status === 403,
        told(seen),
      ),
    );
  }
  return findings;
}
