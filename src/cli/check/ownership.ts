import * as v from 'valibot';
import { EntitiesSchema } from '../../wire/contract.js';
import { decodeRefusal } from '../../wire/error-body.js';
import { judge, unseen, type Finding, type Promised } from './finding.js';
import { told, type Probe, type Question, type Seen } from './probe.js';

/** Every route that takes an id, asked about one; refreshes and identity cost nothing while the id is refused. */
function questionsAbout(id: string): Question[] {
  return [
    { route: 'GET /accounts', query: { entity_id: id } },
    { route: 'GET /accounts/{account_id}/balances', ids: { account_id: id }, query: { entity_id: id } },
    { route: 'GET /accounts/{account_id}/transactions', ids: { account_id: id }, query: { entity_id: id } },
    { route: 'GET /identity', query: { entity_id: id } },
    { route: 'GET /results/{results_id}', ids: { results_id: id } },
    { route: 'POST /refreshes', body: { entity_id: id } },
    { route: 'GET /refreshes/{refresh_id}', ids: { refresh_id: id } },
    { route: 'DELETE /entities/{entity_id}', ids: { entity_id: id } },
  ];
}

/** Ids are checked against the session's customer: what is not theirs looks like what is not there. */
export async function checkOwnership(probe: Probe): Promise<Finding[]> {
  const findings: Finding[] = [];
  const others = questionsAbout('another-made-up-id');
  for (const [index, question] of questionsAbout('made-up-id').entries()) {
    const promised = {
      route: question.route,
      promise: 'refuses an id that is not there',
      mend: 'Look the id up among those of the session’s customer and answer 404 when it is not one; never ask Lean about it.',
    };
    const seen = await probe.ask(question);
    findings.push(judge(promised, isRefused(seen), told(seen)));
    const again = await probe.ask(others[index] ?? question);
    findings.push(judgeSilence(question.route, seen, again));
    if (question.route === 'GET /identity' && seen.status === 403) findings.push(judgeIdentityOff(seen));
  }
  return [...findings, ...(await checkOtherCustomer(probe))];
}

/** 403 is identity that is switched off, 501 a refresh that does not exist. */
function isRefused({ status }: Seen): boolean {
  return [400, 403, 404, 501].includes(status);
}

function judgeSilence(route: string, one: Seen, other: Seen): Finding {
  const promised: Promised = {
    route,
    promise: 'repeats nothing of an id it refuses',
    mend: 'Answer the same bytes for every id that is refused, without the id and without an error body of Lean’s.',
  };
  const echoes = one.text.includes('made-up-id') || other.text.includes('made-up-id');
  return judge(
    promised,
    !echoes && one.status === other.status,
    'the answer holds the id, or differs between two ids',
  );
}

/** Only asked about made-up ids: each real call may cost the host money. */
function judgeIdentityOff(seen: Seen): Finding {
  const promised = {
    route: seen.route,
    promise: 'says so when identity is switched off',
    mend: 'Answer 403 with a problem document whose code is identity_off.',
  };
  return judge(promised, decodeRefusal(seen.json).problemCode === 'identity_off', told(seen));
}

/** With a second session: its banks must be out of reach of the first. */
async function checkOtherCustomer(probe: Probe): Promise<Finding[]> {
  const promise = 'answers another customer’s bank with the bytes of one that is not there';
  const route = 'GET /accounts';
  if (probe.options.other === null) {
    return [unseen({ route, promise }, 'no --other-header with another customer’s session was given')];
  }
  const listed = v.safeParse(
    EntitiesSchema,
    (await probe.ask({ route: 'GET /entities', session: 'other' })).json,
  );
  const foreign = listed.success ? listed.output[0]?.id : undefined;
  if (foreign === undefined) return [unseen({ route, promise }, 'the other customer has no bank connected')];
  const own = v.safeParse(EntitiesSchema, (await probe.ask({ route: 'GET /entities' })).json);
  const isListed = own.success && own.output.some(({ id }) => id === foreign);
  const findings: Finding[] = [
    judge(
      {
        route: 'GET /entities',
        promise: 'lists no bank of another customer',
        mend: 'Ask Lean for the entities of the session’s own customer; two of your users must never share one.',
      },
      !isListed,
      'both sessions list the same bank',
    ),
  ];
  const madeUp = questionsAbout('made-up-id');
  // Disconnecting is left out: should the check be missing, a bank would be gone.
  for (const [index, question] of questionsAbout(foreign).slice(0, -1).entries()) {
    const seen = await probe.ask(question);
    const notThere = await probe.ask(madeUp[index] ?? question);
    const mend =
      'Check each id against the customer of the session before Lean is asked, and answer both cases alike.';
    const isAlike = seen.status === notThere.status && seen.text === notThere.text;
    findings.push(judge({ route: question.route, promise, mend }, isAlike && isRefused(seen), told(seen)));
  }
  return findings;
}
