/** The simulated bank's own page, as plain HTML that needs no script. */
import { html, raw } from 'hono/html';
import type { Attempt } from './attempts.js';
import type { LinkBank } from './backend.js';
import { bankColours } from './bank-colours.js';

const STYLE = `
  body { margin: 0; min-block-size: 100vh; display: grid; place-items: center; background: #eef1f3; color: #17211f;
    font: 16px/1.5 system-ui, 'Segoe UI', 'Noto Sans Arabic', Tahoma, sans-serif; }
  main { inline-size: min(440px, 100% - 32px); background: #fff; border-radius: 16px; overflow: hidden;
    box-shadow: 0 10px 40px rgb(0 0 0 / 12%); }
  header { padding: 24px; background: var(--bank); color: var(--on-bank); display: flex; justify-content: space-between; gap: 16px; }
  header strong { font-size: 20px; }
  .badge { font-size: 12px; font-weight: 600; letter-spacing: 0.06em; border: 1.5px dashed; border-radius: 999px;
    padding: 2px 10px; align-self: center; }
  section { padding: 24px; }
  h1 { font-size: 20px; margin: 0 0 12px; }
  li { margin-block: 4px; }
  form { display: grid; gap: 12px; margin-block-start: 24px; }
  button { block-size: 48px; border-radius: 10px; border: 1px solid #c6cdd0; background: #fff; font: inherit;
    font-weight: 600; cursor: pointer; }
  button.approve { background: var(--bank); border-color: var(--bank); color: var(--on-bank); }
  button:focus-visible { outline: 2px solid #17211f; outline-offset: 2px; }
  p { color: #55625f; font-size: 14px; }
`;

/** The page on which the customer approves or declines. */
export function bankPage({ id, request }: Attempt, bank: LinkBank) {
  const { ground, ink } = bankColours(bank);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${bank.name} (simulator)</title>
        <style>
          ${raw(`:root { --bank: ${ground}; --on-bank: ${ink}; }${STYLE}`)}
        </style>
      </head>
      <body>
        <main data-testid="bank-page">
          <header><strong>${bank.name}</strong><span class="badge">SIMULATOR</span></header>
          <section>
            <h1>Share your data?</h1>
            <p>Lean asks to read, on behalf of the page you came from:</p>
            <ul>
              ${request.permissions.map((permission) => html`<li>${permission.replaceAll('_', ' ')}</li>`)}
            </ul>
            <p>This is not a bank. It is part of a simulator on your own machine.</p>
            <form method="post" action="authorize">
              <input type="hidden" name="consent_attempt_id" value="${id}" />
              <button class="approve" name="decision" value="approve" data-testid="bank-approve">
                Approve
              </button>
              <button name="decision" value="decline" data-testid="bank-decline">Decline</button>
            </form>
          </section>
        </main>
      </body>
    </html>`;
}

/** Lean's reasons as they come back in `granular_status_code` (facts §3.9), with the text beside each. */
const REASONS = {
  USER_PERMISSIONS_NOT_GRANTED: 'The customer declined at the bank.',
  BANK_ISSUE: 'The bank could not complete the request.',
} as const;

/** Where the bank sends the customer, with the parameters integrators read on return (facts §2.5). */
export function returnUrl(
  { id, request, successUrl, failUrl }: Attempt,
  end: { entityId: string } | { reason: keyof typeof REASONS },
): string {
  const url = new URL('entityId' in end ? successUrl : failUrl);
  if ('entityId' in end) url.searchParams.set('entity_id', end.entityId);
  url.searchParams.set('customer_id', request.customerId);
  url.searchParams.set('consent_attempt_id', id);
  if ('reason' in end) {
    url.searchParams.set('granular_status_code', end.reason);
    url.searchParams.set('status_additional_info', REASONS[end.reason]);
  }
  return url.href;
}
