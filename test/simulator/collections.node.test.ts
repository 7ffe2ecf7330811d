import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { JSON_TYPE, openBench, type Bench, type Reply } from './bench.js';
import { storedRequests, type StoredRequest } from './collections.js';
import * as shapes from './shapes.js';

/** An id that belongs to nothing. */
const NO_ID = 'e34d8e49-9af2-4252-a53e-bd2df8551340';

/** A bank linked at the Open Finance mock of the region, with an answer that was promised and has come. */
async function open(region: 'ae' | 'sa', code: number) {
  const bench = openBench({ region });
  const ids = await bench.linked(region === 'ae' ? 'LEAN_OF_RETAIL_UAE' : 'LEA1_SAMAOB_SAU');
  const promised = await bench.get(`/data/v2/accounts?async=true&entity_id=${ids.entityId}`);
  await bench.simulator.clock.advance(2);
  const refreshes = await bench.get(`/data/v2/refreshes?entity_id=${ids.entityId}`);
  const values: Record<string, string> = {
    ':customer_id': bench.customerId,
    ':entity_id': ids.entityId,
    ':account_id': ids.accountId,
    ':refresh_id': refreshes.body.content[0]!.refresh_id,
    ':results_id': promised.body.results_id,
  };
  // One character short, as in the stored answers.
  if (code === 400) values[':entity_id'] = NO_ID.slice(0, -1);
  if (code === 403) bench.simulator.revokeConsent(ids.entityId);
  if (code === 500) bench.simulator.setScenario(bench.customerId, 'http-500');
  return { bench, values };
}

const unknownId = {
  UNKNOWN_ENTITY: ':entity_id',
  UNKNOWN_ACCOUNT: ':account_id',
  UNKNOWN_RESULTS_ID: ':results_id',
} as const;

function filled(text: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((so, [name, value]) => so.replace(name, value), text);
}

async function ask(bench: Bench, request: StoredRequest, values: Record<string, string>): Promise<Reply> {
  const path = filled(request.path, values);
  if (!request.body) return bench.get(path);
  const fields = Object.entries(request.body).map(([name, value]) => [name, filled(value, values)]);
  const form = new URLSearchParams(fields);
  if (request.isForm) {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return bench.send(request.method, path, type, form.toString());
  }
  const headers = { ...(await bench.bearer()), ...JSON_TYPE };
  return bench.send(request.method, path, headers, JSON.stringify(Object.fromEntries(fields)));
}

function statusOf(request: StoredRequest, code: number): string | undefined {
  if (code === 404) return request.unknown;
  const statuses: Record<number, string> = {
    400: 'INVALID_PARAMETERS',
    403: 'CONSENT_EXPIRED',
    409: 'CUSTOMER_ALREADY_EXISTS',
    429: 'DUPLICATED_REQUEST',
    500: 'INTERNAL_SERVER_ERROR',
  };
  return statuses[code];
}

/** These came without a `results_id`. */
const withoutResultsId = new Set([403, 409, 429]);

describe('the data requests of the collections of Lean', () => {
  const all = storedRequests.flatMap((request) => request.regions.map((region) => ({ region, request })));
  const right = { requests: 0, answers: 0 };
  const stored = all.reduce((sum, { request }) => sum + Math.max(1, request.codes.length), 0);

  for (const { region, request } of all) {
    const codes = request.codes.length === 0 ? [200] : request.codes;
    const place = request.codes.length === 0 ? ' (no answer stored)' : '';
    it(`${region}: ${request.name} answers as stored: ${codes.join(', ')}${place}`, async () => {
      for (const code of codes) {
        const { bench, values } = await open(region, code);
        if (code === 404) values[unknownId[request.unknown!]] = NO_ID;
        if (code === 409 || code === 429) await ask(bench, request, values);
        const reply = await ask(bench, request, values);
        assert.equal(reply.status, code, reply.text.slice(0, 300));
        if (code === 200) assertShape(reply, request.shape(region));
        else {
          assert.equal(reply.body.status, statusOf(request, code));
          assertShape(reply, withoutResultsId.has(code) ? shapes.error : shapes.dataError);
        }
        right.answers += 1;
      }
      right.requests += 1;
    });
  }

  function assertShape({ body }: Reply, shape: shapes.Shape): void {
    assert.deepEqual(shapes.differences(body, shape), []);
  }

  it('counts as many requests as the collections have', () => {
    const count = (region: string) => all.filter((each) => each.region === region).length;
    assert.deepEqual([count('ae'), count('sa')], [23, 24]);
  });

  after(() => {
    console.log(
      `${String(right.requests)} requests of ${String(all.length)}, ` +
        `${String(right.answers)} answers of ${String(stored)}, in the shape of Lean's collections`,
    );
  });
});
