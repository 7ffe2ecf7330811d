import { expect } from '@open-wc/testing';
import type { Entity } from '../../src/domain/entity.js';
import {
  hashEntities,
  rememberFlow,
  restorePlace,
  takeReturn,
  type StoredFlow,
} from '../../src/link/index.js';

const KEY = 'lean-elements.flow';

const FLOW: StoredFlow = {
  method: 'connect',
  flowId: 'connect-1',
  startedAt: Date.now(),
  entitiesHash: 'abc',
  scrollOffset: 40,
  focusedId: 'connect',
};

function entity(changes: Partial<Entity> = {}): Entity {
  return {
    entityId: 'entity-1',
    customerId: null,
    bankIdentifier: 'BANK',
    permissions: ['accounts', 'balance'],
    consents: [],
    bank: null,
    dataStatus: 'pending',
    createdAt: null,
    updatedAt: null,
    ...changes,
  };
}

describe('a flow that leaves the page', () => {
  const host = document.createElement('lean-connect-button');
  const address = location.href;
  const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;

  beforeEach(() => {
    sessionStorage.clear();
  });
  afterEach(() => {
    Object.defineProperty(Storage.prototype, 'setItem', setItem);
    history.replaceState(null, '', address);
  });

  it('is kept under one key, read once and removed', () => {
    rememberFlow(FLOW);
    expect(Object.keys(sessionStorage)).to.deep.equal([KEY]);
    expect(takeReturn(host)).to.deep.equal(FLOW);
    expect(sessionStorage.length).to.equal(0);
    expect(takeReturn(host)).to.equal(null);
  });

  it('keeps five fields and still knows whether a bank was to be reconnected', () => {
    rememberFlow({ ...FLOW, method: 'reconnect', flowId: 'reconnect-1' });
    const kept = JSON.parse(sessionStorage.getItem(KEY)!) as object;
    expect(kept).to.have.all.keys('flowId', 'startedAt', 'entitiesHash', 'scrollOffset', 'focusedId');
    expect(takeReturn(host)?.method).to.equal('reconnect');
  });

  it("takes Lean's parameters out of the address and leaves the host's", () => {
    history.replaceState(
      { host: 1 },
      '',
      '?order=7&entity_id=e&customer_id=c&consent_attempt_id=a&granular_status_code=g&status_additional_info=i#top',
    );
    rememberFlow(FLOW);
    takeReturn(host);
    expect(location.search + location.hash).to.equal('?order=7#top');
    expect(history.state).to.deep.equal({ host: 1 });
  });

  it('leaves the address alone when no flow of ours returns', () => {
    history.replaceState(null, '', '?entity_id=forged');
    expect(takeReturn(host)).to.equal(null);
    expect(location.search).to.equal('?entity_id=forged');
  });

  for (const [what, text] of [
    ['no JSON', '{'],
    ['null', 'null'],
    ['of another shape', '{"method":"connect"}'],
    ['of another method', JSON.stringify({ ...FLOW, flowId: 'pay-1' })],
    ['two days old', JSON.stringify({ ...FLOW, startedAt: Date.now() - 2 * 86_400_000 })],
  ] as const) {
    it(`is no return when what is stored is ${what}`, () => {
      sessionStorage.setItem(KEY, text);
      expect(takeReturn(host)).to.equal(null);
      expect(sessionStorage.length).to.equal(0);
    });
  }

  it('goes on where nothing can be stored', () => {
    Object.defineProperty(Storage.prototype, 'setItem', {
      configurable: true,
      value: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(() => {
      rememberFlow(FLOW);
    }).not.to.throw();
  });

  it('gives the focus back, unless it is elsewhere by now', () => {
    const [button, other] = [document.createElement('button'), document.createElement('button')];
    button.id = 'connect';
    document.body.append(button, other);
    restorePlace(FLOW, other);
    expect(document.activeElement).to.equal(button);
    other.focus();
    restorePlace(FLOW, other);
    expect(document.activeElement).to.equal(other);
    button.remove();
    other.remove();
  });

  it('knows the list of banks again by its hash', async () => {
    const [one, two] = [entity(), entity({ entityId: 'entity-2' })];
    expect(await hashEntities([one, two])).to.equal(
      await hashEntities([two, { ...one, dataStatus: 'ready' }]),
    );
    const hashes = await Promise.all(
      [
        [],
        [one],
        [entity({ permissions: ['accounts'] })],
        [entity({ updatedAt: '2026-01-01T00:00:00Z' })],
      ].map(hashEntities),
    );
    expect(new Set(hashes).size).to.equal(4);
    expect(hashes.join()).not.to.contain('entity-1');
  });
});
