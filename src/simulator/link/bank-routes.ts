/** The page of a bank that customers are sent to (facts §2.5), and the way back from it. */
import { Hono } from 'hono';
import type { Attempts } from './attempts.js';
import type { LinkBackend } from './backend.js';
import { bankPage, returnUrl } from './bank-page.js';
import { behaviourOfScenario } from './behaviours.js';
import { fieldOf } from './requests.js';

/** `GET /_link/authorize` shows the page, its form posts the decision and is sent back to the host. */
export function createBankRoutes(backend: LinkBackend, attempts: Attempts): Hono {
  const app = new Hono();

  app.get('/_link/authorize', (context) => {
    const attempt = attempts.find(context.req.query('consent_attempt_id') ?? '');
    const bank = backend.banks({}).find(({ identifier }) => identifier === attempt?.request.bankIdentifier);
    if (attempt === null || bank === undefined) return context.text('Unknown consent_attempt_id', 404);
    return context.html(bankPage(attempt, bank), 200, { 'cache-control': 'no-store' });
  });

  app.post('/_link/authorize', async (context) => {
    const fields = await context.req.parseBody();
    const attempt = attempts.find(fieldOf(fields, 'consent_attempt_id'));
    if (attempt?.state !== 'AWAITING_END_USER_AUTHORIZATION') {
      return context.text('Unknown consent_attempt_id', 404);
    }
    const behaviour = behaviourOfScenario(backend.scenario(attempt.request.customerId));
    if (fields['decision'] !== 'approve' || behaviour === 'rejected-by-bank') {
      attempts.settle(attempt.id, 'FAILED');
      const reason = fields['decision'] === 'approve' ? 'BANK_ISSUE' : 'USER_PERMISSIONS_NOT_GRANTED';
      return context.redirect(returnUrl(attempt, { reason }), 303);
    }
    const entity = behaviour === 'success-without-entity' ? null : await backend.link(attempt.request);
    attempts.settle(attempt.id, 'ACTIVE');
    return context.redirect(returnUrl(attempt, { entityId: entity?.id ?? 'unknown' }), 303);
  });

  return app;
}
