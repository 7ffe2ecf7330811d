/** The form of each field of the SDK's config, checked because Lean is silent about it in production (facts §2.7). */
import { instantOf } from '../domain/calendar.js';
import { LeanError } from '../domain/error.js';
import type { ErrorCode } from '../domain/error.js';
import type { LinkMethod } from '../domain/link.js';
import type { LinkSession } from '../wire/contract.js';
import { warnOnce } from './page-state.js';
import { isV1Url, pageUrl } from './sources.js';

interface Rule {
  holds: (value: unknown) => boolean;
  code: ErrorCode;
  wanted: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const TEXT: Rule = { holds: isText, code: 'invalid_type', wanted: 'text' };
const BOOLEAN: Rule = {
  holds: (value) => typeof value === 'boolean',
  code: 'invalid_type',
  wanted: 'true or false, as a boolean and not as text',
};
const DATE: Rule = {
  holds: (value) => isText(value) && instantOf(value) !== null,
  code: 'invalid_date',
  wanted: 'an ISO 8601 date that exists',
};
const WEB_URL: Rule = {
  // Any words would do as a relative URL; what is meant to be one says so with a slash.
  holds: (value) =>
    isText(value) &&
    (value.startsWith('/') || URL.canParse(value)) &&
    URL.canParse(value, pageUrl()) &&
    /^https?:$/.test(new URL(value, pageUrl()).protocol),
  code: 'invalid_url',
  wanted: 'an http or https URL, or a path that begins with a slash',
};

const RULES: Readonly<Record<string, Rule>> = {
  app_token: TEXT,
  customer_id: TEXT,
  reconnect_id: TEXT,
  access_token: TEXT,
  sandbox: BOOLEAN,
  permissions: { holds: Array.isArray, code: 'invalid_type', wanted: 'a list' },
  bank_identifier: TEXT,
  account_type: {
    holds: (value) => value === 'PERSONAL' || value === 'BUSINESS',
    code: 'invalid_type',
    wanted: 'PERSONAL or BUSINESS',
  },
  access_from: DATE,
  access_to: DATE,
  success_redirect_url: WEB_URL,
  fail_redirect_url: WEB_URL,
  show_consent_explanation: BOOLEAN,
  destination_alias: TEXT,
  destination_avatar: WEB_URL,
  end_user_id: TEXT,
  customer_metadata: TEXT,
  customization: {
    holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    code: 'invalid_type',
    wanted: 'an object',
  },
};

/**
 * Refuses fields of a wrong form, naming the field and never its value.
 * @throws LeanError `invalid_type`, `invalid_date`, `invalid_url`
 */
export function assertFields(config: Readonly<Record<string, unknown>>, region: unknown): void {
  if (region !== 'ae' && region !== 'sa') throw new LeanError('invalid_type', 'region must be ae or sa.');
  if (config['sandbox'] === undefined)
    throw new LeanError('invalid_type', `sandbox must be ${BOOLEAN.wanted}.`);
  for (const [name, value] of Object.entries(config)) {
    const rule = RULES[name];
    if (rule !== undefined && !rule.holds(value))
      throw new LeanError(rule.code, `${name} must be ${rule.wanted}.`);
  }
  const { access_from: from, access_to: to } = config;
  if (isText(from) && isText(to) && (instantOf(from) ?? 0) > (instantOf(to) ?? 0)) {
    throw new LeanError('invalid_date', 'access_from must not be later than access_to.');
  }
}

/** Where Lean's own documents disagree, one console warning and no refusal (facts §1, §2.3). */
export function warnOfDisagreements(
  method: LinkMethod,
  config: Readonly<Record<string, unknown>>,
  session: Pick<LinkSession, 'region' | 'sdk_url'>,
): void {
  if (method === 'connect' && session.region === 'sa') {
    const names = ['success_redirect_url', 'fail_redirect_url', 'show_consent_explanation'];
    const missing = names.filter((name) => config[name] === undefined).join(', ');
    if (missing !== '') {
      warnOnce(`not set: ${missing}. One of Lean's documents requires it in Saudi Arabia, another does not.`);
    }
  }
  const url =
    session.sdk_url && URL.canParse(session.sdk_url, pageUrl()) ? new URL(session.sdk_url, pageUrl()) : null;
  if (url !== null && isV1Url(url.href) && config['access_token'] !== undefined) {
    warnOnce("access_token is set for Lean's old V1 script, whose documents do not know it.");
  }
}
