import { expect, waitUntil } from '@open-wc/testing';
import { QueryClient } from '@tanstack/query-core';
import { LeanError } from '../../src/domain/error.js';
import type { StoredFlow } from '../../src/link/index.js';
import { ConnectFlow, type ConnectRequest, type ConnectState } from '../../src/session/connect.js';
import { createReconnectBoard } from '../../src/session/reconnect-board.js';
import type { Services } from '../../src/session/services.js';

describe('A connect flow', () => {
  it('lets a bank’s notice speak again where its data cannot be read after a reconnect', async () => {
    const board = createReconnectBoard();
    let asked = 0;
    const services = {
      board,
      queries: new QueryClient(),
      signedOut: null,
      invalidate: () => Promise.resolve(),
      client: { accounts: () => Promise.resolve({ status: 'ok' }) },
      freshEntities: () => {
        asked += 1;
        return asked === 1
          ? Promise.resolve([])
          : Promise.reject(new LeanError('forbidden', 'Not any more.'));
      },
    } as unknown as Services;
    const request = { method: 'reconnect', entityId: 'e1', attributes: {} } as unknown as ConnectRequest;
    const stored = { method: 'reconnect', entitiesHash: '' } as unknown as StoredFlow;
    const states: ConnectState[] = [];
    const listener = { onState: (state: ConnectState) => void states.push(state), onEvent: () => undefined };
    const flow = new ConnectFlow(request, { services, getLinkSession: null }, listener);
    const report = await flow.resume(stored, false);
    expect(report.verified).to.equal(true);
    await waitUntil(() => states.at(-1)?.status === 'failed', 'the failure');
    await waitUntil(() => board.announceOnce('e1', 'r2'), 'the notice');
  });
});
