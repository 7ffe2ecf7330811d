/** What each method does, screen after screen, and the outcome it ends with. */
import { isRedirectBank } from '../protocol.js';
import type { AttemptAnswer, AttemptState, ShownBank, ShownConsent, StepAnswer } from '../protocol.js';
import type { LinkApi } from './api.js';
import { consentScreen } from './consent.js';
import type { Overlay } from './overlay.js';
import type { CallbackData } from './report.js';
import { consentsScreen, failureScreen, successScreen } from './results.js';
import { bankListScreen, explanationScreen, loginScreen, otpScreen } from './screens.js';
import type { ScreenSetting } from './screens.js';

/** What a flow works with. */
export interface FlowContext {
  overlay: Overlay;
  api: LinkApi;
  setting: ScreenSetting;
  region: 'ae' | 'sa';
  /** Keeps a "one moment" screen up long enough to be read. */
  paced<Result>(work: Promise<Result>): Promise<Result>;
  /** Leaves the page, after the callback has been told. */
  leave(bank: ShownBank, url: string): Promise<CallbackData>;
}

const supported = (bank: ShownBank) => ({ bank_identifier: bank.identifier, is_supported: true });

/** Bank, explanation, then login, OTP and consent, or consent and the bank's own page. */
export async function connectFlow(context: FlowContext): Promise<CallbackData> {
  const { overlay, api, setting, region } = context;
  const { config } = setting;
  const banks = await overlay.wait(
    api.get<ShownBank[]>('banks', { account_type: config.account_type, region }),
  );
  const given = banks.find(({ identifier }) => identifier === config.bank_identifier);
  const bank = given ?? (await overlay.show(bankListScreen(setting, banks)));
  if (bank === null) {
    return {
      status: 'CANCELLED',
      message: 'The bank is not supported',
      bank: { is_supported: false },
      exit_point: 'BANK_LIST',
      user_exit_intent: 'BANK_NOT_LISTED',
      exit_intent_point: 'BANK_LIST',
    };
  }
  if (config.show_consent_explanation) await overlay.show(explanationScreen(setting));
  if (isRedirectBank(bank)) return redirectFlow(context, bank);

  const challenge = await logIn(context, bank);
  if (typeof challenge !== 'string') return challenge;
  if (!(await overlay.show(consentScreen(setting, bank)))) return declined(bank);
  await overlay.wait(
    context.paced(api.post('consent', { challenge_id: challenge, ...consentOf(context, bank) })),
  );
  return succeeded(context, bank, setting.messages.successTitle, 'Customer created entity successfully');
}

async function redirectFlow(context: FlowContext, bank: ShownBank): Promise<CallbackData> {
  const { overlay, api, setting } = context;
  const { success_redirect_url, fail_redirect_url } = setting.config;
  if (!success_redirect_url || !fail_redirect_url) {
    return failed(context, bank, 'FAILED', setting.messages.redirectMissing);
  }
  if (!(await overlay.show(consentScreen(setting, bank)))) return declined(bank);
  const attempt = await overlay.wait(
    context.paced(
      api.post<AttemptAnswer>('attempts', {
        ...consentOf(context, bank),
        success_redirect_url,
        fail_redirect_url,
      }),
    ),
  );
  return overlay.wait(context.leave(bank, attempt.redirect_url), setting.messages.leaving(bank.name));
}

function consentOf({ setting: { config } }: FlowContext, bank: ShownBank) {
  const { permissions, account_type, access_from, access_to } = config;
  return { bank_identifier: bank.identifier, permissions, account_type, access_from, access_to };
}

/** Gives the id of a passed challenge, or the outcome that ended the flow. */
async function logIn(context: FlowContext, bank: ShownBank): Promise<string | CallbackData> {
  const { overlay, api, setting } = context;
  let answer: StepAnswer = { status: 'OK' };
  do {
    const fields = await overlay.show(loginScreen(setting, bank, answer.status === 'INVALID_CREDENTIALS'));
    const body = {
      bank_identifier: bank.identifier,
      username: fields['username'],
      password: fields['password'],
    };
    answer = await overlay.wait(context.paced(api.post<StepAnswer>('login', body)));
  } while (answer.status === 'INVALID_CREDENTIALS');
  const challenge = answer.challenge_id;
  if (challenge === undefined) return failed(context, bank, answer.status, null);

  do {
    const code = await overlay.show(otpScreen(setting, answer.status === 'INVALID_LOGIN_MFA'));
    answer = await overlay.wait(
      context.paced(api.post<StepAnswer>('otp', { challenge_id: challenge, code })),
    );
  } while (answer.status === 'INVALID_LOGIN_MFA');
  return answer.status === 'OK' ? challenge : failed(context, bank, answer.status, null);
}

/** The bank is known: log in again, and the failed call may be repeated. */
export async function reconnectFlow(context: FlowContext, bank: ShownBank): Promise<CallbackData> {
  const challenge = await logIn(context, bank);
  if (typeof challenge !== 'string') return challenge;
  const { reconnect_id } = context.setting.config;
  const confirm = context.api.post('reconnect/confirm', { challenge_id: challenge, reconnect_id });
  await context.overlay.wait(context.paced(confirm));
  return succeeded(
    context,
    bank,
    context.setting.messages.reconnectedTitle,
    'Customer reconnected successfully',
  );
}

/** Lists what is shared and takes consents back, until the customer is done. */
export async function consentsFlow({ overlay, api, setting }: FlowContext): Promise<CallbackData> {
  for (;;) {
    const consents = await overlay.wait(api.get<ShownConsent[]>('consents'));
    const entityId = await overlay.show(consentsScreen(setting, consents));
    if (entityId === null) return { status: 'SUCCESS', message: 'Customer closed the consent manager' };
    await overlay.wait(api.post('consents/revoke', { entity_id: entityId }));
  }
}

/** Shows how an authorisation at a bank ended, after the page has come back. */
export async function captureRedirectFlow(context: FlowContext): Promise<CallbackData> {
  const { overlay, api, setting } = context;
  const id = setting.config.consent_attempt_id ?? 'latest';
  const { status, bank } = await overlay.wait(
    context.paced(api.get<AttemptState>(`attempts/${encodeURIComponent(id)}`)),
  );
  if (bank === null) return failed(context, null, 'UNKNOWN', null);
  if (status !== 'ACTIVE') return failed(context, bank, status, null);
  return succeeded(context, bank, setting.messages.successTitle, 'Consent was authorised');
}

async function succeeded(
  { overlay, setting }: FlowContext,
  bank: ShownBank,
  title: string,
  message: string,
): Promise<CallbackData> {
  await overlay.show(successScreen(setting, title)).catch(() => undefined); // X on this screen is success as well.
  return { status: 'SUCCESS', message, bank: supported(bank), exit_point: 'SUCCESS', secondary_status: 'OK' };
}

async function failed(
  { overlay, setting }: FlowContext,
  bank: ShownBank | null,
  status: string,
  reason: string | null,
): Promise<CallbackData> {
  await overlay.show(failureScreen(setting, reason)).catch(() => undefined); // However it is closed, it failed.
  return {
    status: 'ERROR',
    message: reason ?? 'The bank could not be connected',
    ...(bank === null ? {} : { bank: supported(bank) }),
    exit_point: 'FAILURE',
    secondary_status: status,
    last_api_response: status,
  };
}

function declined(bank: ShownBank): CallbackData {
  return {
    status: 'CANCELLED',
    message: 'Customer declined the consent',
    bank: supported(bank),
    exit_point: 'CONSENT',
    user_exit_intent: 'DECLINED',
    exit_intent_point: 'CONSENT',
  };
}
