/** From an HTTP request to a data call: whose entity, which account, what the network does, then the gate. */
import type { Context } from 'hono';
import type { Account } from '../accounts.js';
import type { Answer } from '../answers.js';
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

/** Sends an answer through the network that the entity's scenario sets up. */
export function throughNetwork(
  context: Context,
  world: World,
  entity: Entity,
  answer: Answer,
  key = callKey(context, context.req.query()),
): Answer | Response | Promise<Response> {
  const fault = world.gate.faultOf(entity, key);
  if (!fault) return answer;
  const refusals = {
    unknownUrl: () => world.answers.error('INVALID_URL', { withResultsId: true }),
    forbidden: () => world.answers.error('OPERATION_NOT_ALLOWED', { withResultsId: true }),
    serverError: () => world.answers.error('INTERNAL_SERVER_ERROR', { withResultsId: true }),
  };
  return withFault(fault, answer, refusals, context.req.raw.signal);
}

/** Answers a data call: the gate decides, the network carries. */
export function respond(
  context: Context,
  world: World,
  call: DataCall,
): Answer | Response | Promise<Response> {
  return throughNetwork(context, world, call.entity, world.gate.answer(call), call.key);
}

/** What is asked, whoever asks: method, path and sorted parameters. */
export function callKey(context: Context, parameters: Record<string, unknown>): string {
  const sorted = Object.entries(parameters)
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort();
  return `${context.req.method} ${context.req.path.replace(/\/$/, '')}?${sorted.join('&')}`;
}
