import { jsonAnswer, type Answer } from '../answer.js';
import { ProblemError } from '../problem.js';
import { readRequestBytes } from '../request-body.js';
import type { Services } from '../services.js';
import { isSignedByLean } from '../webhook-signature.js';

/** Lean's events are a few kilobytes; twenty accounts make some ten. */
const LIMIT_BYTES = 256 * 1024;

/** Takes over one event from Lean. 200 is answered only once it is durable; anything else makes Lean send it again. */
export async function receiveWebhook(services: Services, request: Request): Promise<Answer> {
  const body = await readRequestBytes(request, LIMIT_BYTES);
  const signature = request.headers.get('lean-signature');
  if (!(await isSignedByLean(signature, body, services.config.lean.webhookSecrets))) {
    services.config.log({ level: 'warn', event: 'webhook_refused' });
    throw new ProblemError('unauthenticated', { detail: 'The signature is missing or wrong' });
  }
  await services.events.receive(body);
  return jsonAnswer({ received: true });
}
