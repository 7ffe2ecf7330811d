/** Lean's side of the Link flow, for the SDK's double. */
import { consentOf, permissionsOf } from './entities.js';
import type { LinkBackend } from './link/backend.js';
import { namesOf } from './permissions.js';
import type { World } from './world.js';

export function createLinkBackend(world: World): LinkBackend {
  const { banks, customers, entities, lifecycle, results } = world;
  return {
    region: world.region,
    now: () => world.clock.now(),
    isAppToken: (appToken) => appToken === world.appToken,
    isCustomer: (customerId) => customers.byId(customerId) !== null,
    async verifyAccessToken(token) {
      const claims = await world.tokens.verify(token);
      const customerId = claims?.customers?.[0]?.id;
      if (!claims) return { error: 'The access token is not valid' };
      return customerId === undefined ? { error: 'The access token has no customer scope' } : { customerId };
    },
    banks: ({ accountType }) =>
      banks
        .list(
          { accountTypes: accountType === undefined ? [] : [accountType] },
          world.baseUrl ?? world.facts.api,
        )
        .filter(({ availability }) => availability.active.data && availability.enabled.data),
    link: (request) => lifecycle.link(request),
    reconnect(reconnectId) {
      const result = results.byReconnectId(reconnectId);
      if (!result) return null;
      const { id, customerId, bankIdentifier } = result.entity;
      return { entityId: id, customerId, bankIdentifier };
    },
    confirmReconnect(reconnectId) {
      const result = results.byReconnectId(reconnectId);
      if (result) lifecycle.reconnected(result.entity, reconnectId);
    },
    consents: (customerId) =>
      entities.ofCustomer(customerId).map((entity) => ({
        entityId: entity.id,
        bankIdentifier: entity.bankIdentifier,
        permissions: namesOf(permissionsOf(entity)),
        expiresAt: consentOf(entity) ? new Date(consentOf(entity)?.expiresAt ?? 0).toISOString() : null,
      })),
    revoke(customerId, entityId) {
      const entity = entities.byId(entityId);
      if (entity?.customerId === customerId) lifecycle.revoke(entity);
    },
    scenario: (customerId) => world.scenarioOf(customerId),
  };
}
