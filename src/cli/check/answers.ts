import { judge, type Finding } from './finding.js';
import { type Probe, type Seen } from './probe.js';

/** What every answer must be, whatever it says; looked at after everything else was asked. */
export function checkAnswers({ seen: all }: Probe): Finding[] {
  const routes = [...new Set(all.map(({ route }) => route))].sort();
  return routes.flatMap((route) => {
    const seen = all.filter((each) => each.route === route);
    const broken = (isKept: (each: Seen) => boolean) => seen.find((each) => !isKept(each));
    const cached = broken(({ headers }) => /(^|[\s,])no-store/i.test(headers.get('cache-control') ?? ''));
    const redirected = broken(({ status }) => status < 300 || status >= 400);
    const unreadable = broken(isJson);
    const judged = (promise: string, mend: string, wrong: Seen | undefined, name: string) =>
      judge({ route, promise, mend }, wrong === undefined, `${name} on an answer ${wrong?.status}`);
    return [
      judged(
        'forbids every cache to keep an answer',
        'Send Cache-Control: no-store with every answer, also with errors.',
        cached,
        `cache-control: ${cached?.headers.get('cache-control') ?? '(none)'}`,
      ),
      judged(
        'never redirects',
        'Answer 401 instead of leading to a login page: a fetch would follow and read a web page.',
        redirected,
        'a redirect',
      ),
      judged(
        'answers JSON or nothing',
        'Send application/json or application/problem+json, also from your framework’s own error pages.',
        unreadable,
        unreadable?.headers.get('content-type') ?? 'no content type',
      ),
    ];
  });
}

function isJson({ status, headers, text, json }: Seen): boolean {
  if (status === 204 || text === '') return true;
  return json !== undefined && /^application\/([\w.-]+\+)?json/i.test(headers.get('content-type') ?? '');
}
