import { judge, type Finding } from './finding.js';
import { told, type Probe, type Question } from './probe.js';

/** More than any request of the elements: the largest holds two ids. */
const HUGE_BODY = JSON.stringify({ method: 'connect', padding: 'x'.repeat(1_000_000) });

/** What no route promises, each with what to answer instead. */
const REFUSED: readonly (Question & { promise: string; mend: string; statuses: readonly number[] })[] = [
  ...['GET /made-up-route', 'GET /accounts/{account_id}/made-up-list'].map((route) => ({
    route,
    ids: { account_id: 'made-up-id' },
    promise: 'answers 404 where there is no route',
    mend: 'Answer only the routes of the contract; hand no other path on to Lean.',
    statuses: [404],
  })),
  ...[
    'PUT /entities',
    'POST /entities',
    'DELETE /accounts',
    'POST /banks',
    'GET /refreshes',
    'GET /webhooks',
  ].map((route) => ({
    route,
    promise: 'answers 405 to a method it does not have',
    mend: 'Tell methods apart in your router: 405, or 404, and never what another method would do.',
    statuses: [404, 405],
  })),
  {
    route: 'POST /link-session',
    body: '{"method":',
    promise: 'answers 400 to a body that is no JSON',
    mend: 'Answer 400 with a problem document when the body cannot be parsed; a 500 looks like an outage.',
    statuses: [400],
  },
  {
    route: 'POST /link-session',
    body: [],
    promise: 'answers 400 to JSON that is no object',
    mend: 'Check the form of the body before you use it.',
    statuses: [400],
  },
  {
    route: 'POST /link-session',
    body: HUGE_BODY,
    promise: 'refuses a body of a megabyte',
    mend: 'Limit bodies to some kilobytes and answer 413: no request of the elements is longer.',
    statuses: [400, 413],
  },
];

/** What is not in the contract is refused, and with the status that says why. */
export async function checkRequests(probe: Probe): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { promise, mend, statuses, ...question } of REFUSED) {
    const seen = await probe.ask(question);
    findings.push(
      judge({ route: question.route, promise, mend }, statuses.includes(seen.status), told(seen)),
    );
  }
  return findings;
}
