/** From an HTTP request to a data call: whose entity, which account, what the network does, then the gate. */
import type { Context } from 'hono';
import type { Account } from '../accounts.js';
import type { Entity } from '../entities.js';
import { withFault } from '../faults.js';
import type { DataCall } from '../gate.js';
import { Refused, type Parameters } from '../parameters.js';
import type { World } from '../world.js';

/** The entity a call names. Throws `Refused`. */
export function entityOf(parameters: Parameters, world: World): Entity {
  const entity = world.entities.byId(parameters.id('entity_id'));
  if (!entity) throw new Refused(world.answers.error('UNKNOWN_ENTITY', { withResultsId: true }));
  return entity;
}

/** An account of the entity. Throws `Refused`. */
export function accountOf(entity: Entity, accountId: string, world: World): Account {
  const account = world.holdings.account(entity, accountId);
  if (!account) throw new Refused(world.answers.error('UNKNOWN_ACCOUNT', { withResultsId: true }));
  return account;
}

/** Answers through the network the scenario sets up. */
export async function respond(
  context: Context,
  world: World,
  call: DataCall,
): Promise<Response | ReturnType<World['gate']['answer']>> {
  const fault = world.gate.faultOf(call.entity, call.key);
  const answer = world.gate.answer(call);
  if (!fault) return answer;
  const refusals = {
    forbidden: () => world.answers.error('OPERATION_NOT_ALLOWED', { withResultsId: true }),
    serverError: () => world.answers.error('INTERNAL_SERVER_ERROR', { withResultsId: true }),
  };
  return withFault(fault, answer, refusals, context.req.raw.signal);
}

/** What is asked, whoever asks: method, path and sorted parameters. */
export function callKey(context: Context, parameters: Record<string, unknown>): string {
  const sorted = Object.entries(parameters)
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort();
  return `${context.req.method} ${context.req.path.replace(/\/$/, '')}?${sorted.join('&')}`;
}
