/**
 * The server half of the SDK's double: the scripts on Lean's CDN paths, and `/_link`, which the script calls and
 * which holds the bank's own page. Answers any loopback origin, since the page that opens Link is often on another
 * port than the simulator.
 */
import { isLoopbackOrigin } from '../../domain/loopback.js';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { LinkBackend, LinkBank } from './backend.js';
import { createAttempts } from './attempts.js';
import { createBankRoutes } from './bank-routes.js';
import { behaviourOfScenario } from './behaviours.js';
import { createChallenges } from './challenges.js';
import { isRedirectBank } from './protocol.js';
import type { AttemptState, ShownBank, ShownConsent, StartAnswer } from './protocol.js';
import { consentRequest, fieldOf, Refusal } from './requests.js';
import { createScriptRoutes } from './script-routes.js';

/** Settings of the routes. */
export interface LinkRouteOptions {
  /** Where the browser reaches the simulator; by default the origin of each request. */
  origin?: string;
}

interface Env {
  Variables: { customerId: string | null };
}

/** Routes of the Link SDK's double, to be mounted at the root of the simulator. */
export function createLinkRoutes(backend: LinkBackend, options: LinkRouteOptions = {}): Hono<Env> {
  const app = new Hono<Env>();
  const challenges = createChallenges();
  const attempts = createAttempts();
  const originOf = (url: string) => options.origin ?? new URL(url).origin;
  const bankOf = (identifier: string): LinkBank | undefined =>
    backend.banks({}).find((bank) => bank.identifier === identifier);
  const shown = (identifier: string): ShownBank | null => {
    const bank = bankOf(identifier);
    return bank === undefined ? null : toShown(bank);
  };
  const behaviourOf = (customerId: string) => behaviourOfScenario(backend.scenario(customerId));

  app.route('/', createScriptRoutes(backend.region, originOf));

  app.route('/', createBankRoutes(backend, attempts));

  app.use('/_link/*', cors({ origin: (origin) => (isLoopbackOrigin(origin) ? origin : null) }));
  app.use('/_link/*', async (context, next) => {
    if (!backend.isAppToken(context.req.header('lean-app-token') ?? ''))
      throw new Refusal(401, 'Unknown app token');
    const named = context.req.header('lean-customer-id') ?? null;
    const token = context.req.header('authorization')?.replace(/^Bearer /, '');
    if (token !== undefined) {
      const check = await backend.verifyAccessToken(token);
      if ('error' in check) throw new Refusal(401, check.error);
      if (named !== null && check.customerId !== named) throw new Refusal(403, 'Token of another customer');
    }
    if (named !== null && !backend.isCustomer(named)) throw new Refusal(404, 'Unknown customer');
    context.set('customerId', named);
    await next();
  });
  app.onError((error, context) => {
    if (!(error instanceof Refusal)) throw error;
    return context.json({ status: error.status, message: error.message }, error.status);
  });
  const customerOf = (customerId: string | null): string => {
    if (customerId === null) throw new Refusal(400, 'lean-customer-id is missing');
    return customerId;
  };
  const reconnectOf = (id: unknown) => {
    const reconnect = typeof id === 'string' ? backend.reconnect(id) : null;
    if (reconnect === null) throw new Refusal(404, 'Unknown reconnect_id');
    return reconnect;
  };

  app.post('/_link/start', async (context) => {
    const body: Record<string, unknown> = await context.req.json();
    const reconnect = body['method'] === 'reconnect' ? reconnectOf(body['reconnect_id']) : null;
    const customerId = reconnect?.customerId ?? customerOf(context.get('customerId'));
    const answer: StartAnswer = {
      behaviour: behaviourOf(customerId),
      bank: reconnect === null ? null : shown(reconnect.bankIdentifier),
    };
    return context.json(answer);
  });

  app.get('/_link/banks', (context) => {
    if (context.req.query('region') !== backend.region) return context.json([]); // The other country's script.
    const type = context.req.query('account_type');
    const accountType = type === 'PERSONAL' || type === 'BUSINESS' ? type : undefined;
    const customerId = context.get('customerId') ?? undefined;
    return context.json(backend.banks({ customerId, accountType }).map(toShown));
  });

  app.post('/_link/login', async (context) => {
    const body: Record<string, unknown> = await context.req.json();
    const customerId = context.get('customerId');
    const turnsAway = customerId !== null && behaviourOf(customerId) === 'rejected-by-bank';
    const password = turnsAway ? 'reject' : fieldOf(body, 'password');
    return context.json(challenges.logIn(fieldOf(body, 'bank_identifier'), password));
  });

  app.post('/_link/otp', async (context) => {
    const body: Record<string, unknown> = await context.req.json();
    return context.json(challenges.enterCode(fieldOf(body, 'challenge_id'), fieldOf(body, 'code')));
  });

  app.post('/_link/consent', async (context) => {
    const body: Record<string, unknown> = await context.req.json();
    const request = consentRequest(customerOf(context.get('customerId')), body);
    challenges.use(fieldOf(body, 'challenge_id'), request.bankIdentifier);
    if (behaviourOf(request.customerId) !== 'success-without-entity') await backend.link(request);
    return context.json({ status: 'OK' });
  });

  app.post('/_link/reconnect/confirm', async (context) => {
    const body: Record<string, unknown> = await context.req.json();
    const id = fieldOf(body, 'reconnect_id');
    const reconnect = reconnectOf(id);
    challenges.use(fieldOf(body, 'challenge_id'), reconnect.bankIdentifier);
    if (behaviourOf(reconnect.customerId) !== 'success-without-entity') await backend.confirmReconnect(id);
    return context.json({ status: 'OK' });
  });

  app.post('/_link/attempts', async (context) => {
    const body: Record<string, unknown> = await context.req.json();
    const request = consentRequest(customerOf(context.get('customerId')), body);
    const bank = bankOf(request.bankIdentifier);
    if (bank === undefined || !isRedirectBank(bank))
      throw new Refusal(400, 'Not a bank with a page of its own');
    const id = attempts.begin(
      request,
      fieldOf(body, 'success_redirect_url'),
      fieldOf(body, 'fail_redirect_url'),
    );
    const url = `${originOf(context.req.url)}/_link/authorize?consent_attempt_id=${id}`;
    return context.json({ consent_attempt_id: id, redirect_url: url });
  });

  app.get('/_link/attempts/:id', (context) => {
    const attempt = attempts.ofCustomer(customerOf(context.get('customerId')), context.req.param('id'));
    const answer: AttemptState =
      attempt === null
        ? { status: 'FAILED', bank: null }
        : { status: attempt.state, bank: shown(attempt.request.bankIdentifier) };
    return context.json(answer);
  });

  app.get('/_link/consents', (context) => {
    const consents: ShownConsent[] = backend
      .consents(customerOf(context.get('customerId')))
      .map((consent) => ({
        entity_id: consent.entityId,
        bank: shown(consent.bankIdentifier),
        permissions: consent.permissions,
        expires_at: consent.expiresAt,
      }));
    return context.json(consents);
  });

  app.post('/_link/consents/revoke', async (context) => {
    const body: Record<string, unknown> = await context.req.json();
    await backend.revoke(customerOf(context.get('customerId')), fieldOf(body, 'entity_id'));
    return context.json({ status: 'OK' });
  });

  return app;
}

function toShown(bank: LinkBank): ShownBank {
  const { identifier, name, arabic_name, main_color, background_color, logo, connection_type } = bank;
  return { identifier, name, arabic_name, main_color, background_color, logo: logo ?? null, connection_type };
}
