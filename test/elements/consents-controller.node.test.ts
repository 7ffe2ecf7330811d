import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ConsentsController } from '../../src/controllers/consents.js';
import { DisconnectController } from '../../src/controllers/disconnect.js';
import { bareEntity } from '../../src/session/banks-store.js';

it('tells of no success where there was nobody to disconnect a bank', async () => {
  const host = new EventTarget() as ConstructorParameters<typeof DisconnectController>[0];
  Object.assign(host, { addController: () => undefined, requestUpdate: () => undefined, isConnected: true });
  const said: string[] = [];
  for (const name of ['lean-disconnect-success', 'lean-disconnect-error']) {
    host.addEventListener(name, ({ type }) => said.push(type));
  }
  const consents = new ConsentsController(host, {} as never, () => ({ entityId: null }));
  const disconnection = new DisconnectController(host, (entityId) => consents.disconnect(entityId));
  disconnection.ask(bareEntity('entity-1'));
  await disconnection.confirm();
  assert.equal(disconnection.error?.code, 'unexpected');
  assert.equal(disconnection.done, null);
  assert.deepEqual(said, ['lean-disconnect-error']);
});
