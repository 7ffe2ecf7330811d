/** A backend whose clock is off by five minutes (fault Z6): nothing that Lean or the customer gave depends on it. */
import { expect, fixture, html } from '@open-wc/testing';
import { http } from 'msw';
import '../../src/index.js';
import { memoryStorage } from '../../src/proxy/index.js';
import { createBackend, type Backend } from '../proxy/support/backend.js';
import { createFakeLean, type FakeLean } from '../proxy/support/fake-lean.js';
import { ownPath, realAnswer } from '../support/own-path.js';
import { installRecordedSdk } from '../support/recorded-sdk.js';
import { Screen, until } from '../support/screen.js';
import { amountsIn, textOf } from '../support/seen.js';
import { startStack, type Stack } from '../support/stack.js';

const MINUTE_MS = 60_000;
const SKEW_MS = 5 * MINUTE_MS;
const USER = 'sample-user';

interface Delivered {
  status: string;
  timestamp: number;
  eventId: string;
}

/** A webhook as Lean signs it: nothing in it but its body tells when it was made. */
async function delivery({ status, timestamp, eventId }: Delivered): Promise<RequestInit> {
  const body = new TextEncoder().encode(
    JSON.stringify({
      type: 'entity.data.refresh.updated',
      event_id: eventId,
      payload: { entity_id: 'e1', refresh_id: 'r1', customer_id: `customer-of-${USER}`, status },
      timestamp: new Date(timestamp).toISOString(),
    }),
  );
  const hmac = { name: 'HMAC', hash: 'SHA-512' };
  const secret = new TextEncoder().encode('webhook-secret');
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, body));
  const signature = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'lean-signature': `sha512=${signature}` },
  };
}

describe('Z6: two backends of one storage, whose clocks are ten minutes apart', () => {
  let lean: FakeLean;
  let fast: Backend;
  let slow: Backend;

  beforeEach(async () => {
    lean = createFakeLean();
    const shared = { fake: lean, storage: memoryStorage(), sealIds: true };
    fast = createBackend({ ...shared, clock: () => Date.now() + SKEW_MS });
    slow = createBackend({ ...shared, clock: () => Date.now() - SKEW_MS });
    await fast.link(USER, 'e1', ['a1']);
  });

  async function entities(backend: Backend): Promise<{ id: string; data_status: string }[]> {
    return (await (await backend.ask(USER, '/entities')).json()) as { id: string; data_status: string }[];
  }

  it('open each other’s sealed ids', async () => {
    const [entity] = await entities(fast);
    expect(entity!.id).not.to.equal('e1');
    expect((await slow.ask(USER, `/accounts?entity_id=${entity!.id}`)).status).to.equal(200);
    expect((await entities(slow))[0]!.id).to.equal(entity!.id);
  });

  it('agree on the newest of Lean’s webhooks, by Lean’s clock', async () => {
    const now = Date.now();
    const started = await delivery({ status: 'PENDING', timestamp: now, eventId: 'started' });
    expect((await fast.ask(null, '/webhooks', started)).status).to.equal(200);
    const finished = await delivery({ status: 'FINISHED', timestamp: now + 1000, eventId: 'finished' });
    expect((await slow.ask(null, '/webhooks', finished)).status).to.equal(200);
    for (const backend of [fast, slow]) expect((await entities(backend))[0]!.data_status).to.equal('READY');
    expect(lean.callsTo(/refreshes/)).to.deep.equal([]);
  });

  for (const [when, minutes] of [
    ['three hours old', -180],
    ['ten minutes ahead', 10],
  ] as const) {
    it(`take a webhook that is ${when}`, async () => {
      const timestamp = Date.now() + minutes * MINUTE_MS;
      const sent = await delivery({ status: 'FINISHED', timestamp, eventId: when });
      expect((await slow.ask(null, '/webhooks', sent)).status).to.equal(200);
      expect((await entities(fast))[0]!.data_status).to.equal('READY');
    });
  }
});

describe('Z6: a page whose backend’s clock is five minutes off', () => {
  let stack: Stack;
  const sdk = () => installRecordedSdk();

  for (const [name, skew, hour] of [
    ['ahead, just before midnight', SKEW_MS, '23:58'],
    ['behind, just after midnight', -SKEW_MS, '00:02'],
  ] as const) {
    it(`reads up to today and opens Link when it is ${name}`, async () => {
      const lean = Date.parse(`2026-11-22T${hour}:00Z`);
      stack = await startStack({ clock: () => lean, proxy: { clock: () => lean + skew } });
      const link = sdk();
      const path = ownPath(stack);
      stack.use(
        http.all(`${location.origin}${path}/*`, async ({ request }) => {
          const response = await realAnswer(stack, path, request);
          response.headers.set('date', new Date(lean + skew).toUTCString());
          return response;
        }),
      );
      stack.simulator.linkEntity({ customerId: stack.customerId, bankIdentifier: 'LEANMB1' });
      const provider = await fixture(html`
        <lean-provider proxy=${path}>
          <lean-connect-button>Connect</lean-connect-button>
          <lean-transactions from="2026-11-01" to="2026-11-23"></lean-transactions>
        </lean-provider>
      `);
      const transactions = new Screen(provider.querySelector('lean-transactions')!);
      await until(transactions, 'rows', () => amountsIn(textOf(transactions.element)).length > 3);
      expect(transactions.parts('notice')).to.deep.equal([]);
      provider.querySelector('lean-connect-button')!.click();
      expect((await link.call()).method).to.equal('connect');
      link.remove();
      stack.stop();
    });
  }
});
