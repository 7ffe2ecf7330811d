/** What the SDK's double and its routes say to each other under `/_link`, as JSON. */
import type { LinkBank } from './backend.js';
import type { LinkBehaviour } from './behaviours.js';

/** Generations of Lean's script that exist side by side (facts §2.1). */
export type LinkGeneration = 'loader' | 'v2' | 'v1';

/** What a served script is told about where it comes from. */
export interface LinkScriptOptions {
  generation: LinkGeneration;
  /** Origin of the simulator, such as `http://127.0.0.1:8080`. */
  origin: string;
  /** The country in the script's path; another country's simulator shows it no banks. */
  region: 'ae' | 'sa';
  behaviour?: LinkBehaviour;
}

/** The bank as a screen shows it. */
export type ShownBank = Pick<
  LinkBank,
  'identifier' | 'name' | 'arabic_name' | 'main_color' | 'background_color' | 'logo' | 'connection_type'
>;

/** Answer of `POST /_link/start`. `bank` is set for a reconnect. */
export interface StartAnswer {
  behaviour: LinkBehaviour;
  bank: ShownBank | null;
}

/** Answer of `POST /_link/login` and `POST /_link/otp`; the statuses are Lean's `secondary_status` (facts §2.4). */
export interface StepAnswer {
  status: 'OK' | 'AWAITING_LOGIN_MFA_TOKEN' | 'INVALID_CREDENTIALS' | 'INVALID_LOGIN_MFA' | FailedStep;
  challenge_id?: string;
}

/** Statuses after which the flow cannot go on. */
export type FailedStep = 'REJECTED_BY_BANK' | 'MFA_ATTEMPTS_EXHAUSTED';

/** Answer of `POST /_link/attempts`: where the page is to go. */
export interface AttemptAnswer {
  consent_attempt_id: string;
  redirect_url: string;
}

/** Answer of `GET /_link/attempts/{id}`. */
export interface AttemptState {
  status: 'AWAITING_END_USER_AUTHORIZATION' | 'ACTIVE' | 'FAILED';
  bank: ShownBank | null;
}

/** One line of `GET /_link/consents`. */
export interface ShownConsent {
  entity_id: string;
  bank: ShownBank | null;
  permissions: string[];
  expires_at: string | null;
}

/** True where the customer goes to the bank's own page. */
export function isRedirectBank(bank: Pick<LinkBank, 'connection_type'>): boolean {
  return bank.connection_type === 'OPEN_BANKING' || bank.connection_type === 'DIRECT_CONNECTION';
}
