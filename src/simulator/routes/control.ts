/**
 * `/_simulator`: what tests turn. No credentials, so it listens to this machine only: the address asked for must be
 * a loopback one, and a page that asks must be from a loopback origin too.
 */
import type { Context } from 'hono';
import { isLoopbackHost, isLoopbackOrigin } from '../../domain/loopback.js';
import { canAdvance } from '../clock.js';
import { Refused } from '../parameters.js';
import { isScenario, listScenarios } from '../scenarios.js';
import { permissionNames } from '../permissions.js';
import type { Simulation } from '../simulation.js';
import type { World } from '../world.js';
import { bodyOf, pathOf, type Routes } from './app.js';

const ok = (body: unknown) => ({ httpStatus: 200, body });

/** Payments are asked for in the Emirates and change nothing here. */
const permissions: ReadonlySet<unknown> = new Set([...permissionNames, 'payments']);

/** Null when the request may steer the simulator. */
export function controlRefusal(context: Context, world: World) {
  const origin = context.req.header('origin');
  const isFromElsewhere = origin !== undefined && !isLoopbackOrigin(origin);
  const isLocal = isLoopbackHost(new URL(context.req.url).hostname);
  return isLocal && !isFromElsewhere ? null : world.answers.error('OPERATION_NOT_ALLOWED');
}

export function addControlRoutes(routes: Routes, world: World, simulation: Simulation): void {
  const { answers, customers, entities, banks } = world;

  function customerIdOf(context: Context): string {
    const customer = customers.byId(pathOf(context, 'customer_id'));
    if (!customer) throw new Refused(answers.error('UNKNOWN_CUSTOMER'));
    return customer.customer_id;
  }

  function entityOf(context: Context) {
    const entity = entities.byId(pathOf(context, 'entity_id'));
    if (!entity) throw new Refused(answers.error('UNKNOWN_ENTITY'));
    return entity;
  }

  routes.add('GET', '/_simulator/scenarios', () => ok(listScenarios()));

  routes.add('PUT', '/_simulator/customers/:customer_id/scenario', async (context) => {
    const customerId = customerIdOf(context);
    const name = (await bodyOf(context, world)).required('scenario');
    if (!isScenario(name)) return answers.invalid('scenario', name);
    simulation.setScenario(customerId, name);
    return ok({ customer_id: customerId, scenario: name });
  });

  routes.add('POST', '/_simulator/customers/:customer_id/entities', async (context) => {
    const customerId = customerIdOf(context);
    const body = await bodyOf(context, world);
    const bankIdentifier = body.optional('bank_identifier') ?? undefined;
    if (bankIdentifier !== undefined && !banks.definition(bankIdentifier)) {
      return answers.invalid('bank_identifier', bankIdentifier);
    }
    const given = body.raw['permissions'] ?? [...permissionNames];
    const areNames = Array.isArray(given) && given.every((name) => permissions.has(name));
    if (!areNames) return answers.invalid('permissions', JSON.stringify(given));
    return ok(simulation.linkEntity({ customerId, bankIdentifier, permissions: given }));
  });

  routes.add('POST', '/_simulator/entities/:entity_id/expire-session', (context) => {
    simulation.expireSession(entityOf(context).id);
    return { httpStatus: 204, body: null };
  });

  routes.add('POST', '/_simulator/entities/:entity_id/revoke-consent', (context) => {
    simulation.revokeConsent(entityOf(context).id);
    return { httpStatus: 204, body: null };
  });

  routes.add('PUT', '/_simulator/banks/:bank_identifier/availability', async (context) => {
    const identifier = pathOf(context, 'bank_identifier');
    if (!banks.definition(identifier)) return answers.invalid('bank_identifier', identifier);
    const body = await bodyOf(context, world);
    return ok(simulation.setBankAvailability(identifier, { data: body.flag('data') }));
  });

  routes.add('POST', '/_simulator/clock', async (context) => {
    const body = await bodyOf(context, world);
    const seconds = Number(body.required('advance_s'));
    if (!canAdvance(world.clock.now(), seconds))
      return answers.invalid('advance_s', body.required('advance_s'));
    await world.clock.advance(seconds);
    return ok({ now: new Date(world.clock.now()).toISOString() });
  });

  routes.add('GET', '/_simulator/webhooks', () => ok(world.webhooks.deliveries()));
}
