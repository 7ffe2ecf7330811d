/** A simulator with a token and a customer, and short ways to call it. */
import assert from 'node:assert/strict';
import type { Body } from './bodies.js';
import {
  createLeanSimulator,
  type LeanSimulator,
  type LeanSimulatorOptions,
} from '../../src/simulator/index.js';

/** What came back; `body` is parsed JSON, or null where it is none. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  body: Body;
  /** The body of an answer that is a list. */
  list<Item>(): Item[];
  /** `data` of an answer where that is a list. */
  items<Item>(): Item[];
}

export interface Bench {
  simulator: LeanSimulator;
  /** The header of a token of scope `api` that is good now. */
  bearer(): Promise<{ authorization: string }>;
  customerId: string;
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown): Promise<Reply>;
  send(method: string, path: string, headers: Record<string, string>, body?: BodyInit): Promise<Reply>;
  /** A call of the old guide, with the application token alone. */
  v1(path: string, body: unknown): Promise<Reply>;
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Links a bank; tells the entity and its first account. */
  linked(bankIdentifier?: string): Promise<{ entityId: string; accountId: string }>;
  /** Path of a v2 call about the account. */
  accountPath(ids: { entityId: string; accountId: string }, rest: string): string;
}

export const START = Date.parse('2026-11-23T08:00:00Z');
export const JSON_TYPE = { 'content-type': 'application/json' };
const LEAN = 'https://sandbox.leantech.me';

export async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const json = parse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json as Body,
    list<Item>() {
      assert.ok(Array.isArray(json), `No list: ${text.slice(0, 200)}`);
      return json as Item[];
    },
    items<Item>() {
      const { data } = json as { data: Item[] };
      assert.ok(Array.isArray(data), `No list of data: ${text.slice(0, 200)}`);
      return data;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export async function askToken(
  simulator: LeanSimulator,
  fields: Record<string, string> = {},
): Promise<Reply> {
  const form = {
    client_id: 'simulator',
    client_secret: 'simulator',
    grant_type: 'client_credentials',
    scope: 'api',
    ...fields,
  };
  const body = new URLSearchParams(form);
  return readReply(
    await simulator.fetch('https://auth.sandbox.leantech.me/oauth2/token', { method: 'POST', body }),
  );
}

/** The clock stands still unless a test pushes it. */
export function openBench(options: LeanSimulatorOptions = {}): Bench {
  const simulator = createLeanSimulator({ clock: () => START, ...options });
  let token = '';
  let renewAt = 0;
  /** As clients do: one token for most of its hour. */
  async function bearer(): Promise<{ authorization: string }> {
    if (simulator.clock.now() >= renewAt) {
      token = (await askToken(simulator)).body.access_token;
      renewAt = simulator.clock.now() + 50 * 60_000;
    }
    return { authorization: `Bearer ${token}` };
  }
  const customerId = simulator.customer('sample-user').customer_id;

  const send: Bench['send'] = async (method, path, headers, body) =>
    readReply(
      await simulator.fetch(path.startsWith('http') ? path : LEAN + path, {
        method,
        headers,
        ...(body !== undefined && { body }),
      }),
    );
  const get: Bench['get'] = async (path) => send('GET', path, await bearer());

  return {
    simulator,
    bearer,
    customerId,
    send,
    get,
    post: async (path, body) =>
      send('POST', path, { ...(await bearer()), ...JSON_TYPE }, JSON.stringify(body)),
    v1: (path, body) =>
      send('POST', path, { 'lean-app-token': 'simulator', ...JSON_TYPE }, JSON.stringify(body)),
    control: (method, path, body) =>
      send(
        method,
        `http://127.0.0.1:9999/_simulator${path}`,
        JSON_TYPE,
        body === undefined ? undefined : JSON.stringify(body),
      ),
    async linked(bankIdentifier) {
      const { id: entityId } = simulator.linkEntity({ customerId, bankIdentifier });
      const { body } = await get(`/data/v2/accounts?entity_id=${entityId}`);
      return { entityId, accountId: body.data.accounts[0]!.account_id };
    },
    accountPath: ({ entityId, accountId }, rest) =>
      `/data/v2/accounts/${accountId}/${rest}${rest.includes('?') ? '&' : '?'}entity_id=${entityId}`,
  };
}
