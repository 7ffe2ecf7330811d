/** The one object every method of Lean's SDK takes, and what is wrong with it (facts §2.2, §2.3, §2.7). */
import { tokenProblem } from './token.js';

export type SdkMethod = 'connect' | 'reconnect' | 'manageConsents' | 'captureRedirect' | 'link';

/** The fields the double reads, after validation. */
export interface SdkConfig {
  app_token: string;
  customer_id?: string;
  permissions?: string[];
  reconnect_id?: string;
  access_token?: string;
  bank_identifier?: string;
  account_type?: 'PERSONAL' | 'BUSINESS';
  access_from?: string;
  access_to?: string;
  success_redirect_url?: string;
  fail_redirect_url?: string;
  show_consent_explanation?: boolean;
  destination_alias?: string;
  consent_attempt_id?: string;
  sandbox?: unknown;
  language?: 'en' | 'ar';
  customization?: Record<string, unknown>;
  callback?: (data: unknown) => void;
}

const REQUIRED: Readonly<Record<SdkMethod, readonly string[]>> = {
  connect: ['app_token', 'customer_id', 'permissions'],
  link: ['app_token', 'customer_id', 'permissions'],
  reconnect: ['app_token', 'reconnect_id'],
  manageConsents: ['app_token', 'customer_id'],
  captureRedirect: ['app_token', 'customer_id'],
};

const DATA_PERMISSIONS = [
  'accounts',
  'identity',
  'balance',
  'transactions',
  'identities',
  'beneficiaries',
  'direct_debits',
  'standing_orders',
  'scheduled_payments',
];

const isText = (value: unknown) => typeof value === 'string';
const isDate = (value: unknown) => isText(value) && !Number.isNaN(Date.parse(value));
const isUrl = (value: unknown) => isText(value) && URL.canParse(value);

interface Rule {
  holds: (value: unknown) => boolean;
  wanted: string;
}

const TEXT: Rule = { holds: isText, wanted: 'a string' };
const DATE: Rule = { holds: isDate, wanted: 'an ISO 8601 date' };
const URL_RULE: Rule = { holds: isUrl, wanted: 'an absolute URL' };

/** Type rules. `sandbox` has none: any truthy value, even the text "false", means the sandbox. */
const RULES: Readonly<Record<string, Rule>> = {
  app_token: TEXT,
  customer_id: TEXT,
  reconnect_id: TEXT,
  access_token: TEXT,
  bank_identifier: TEXT,
  end_user_id: TEXT,
  customer_metadata: TEXT,
  destination_alias: TEXT,
  destination_avatar: TEXT,
  consent_attempt_id: TEXT,
  consent_id: TEXT,
  access_from: DATE,
  access_to: DATE,
  success_redirect_url: URL_RULE,
  fail_redirect_url: URL_RULE,
  account_type: {
    holds: (value) => value === 'PERSONAL' || value === 'BUSINESS',
    wanted: 'PERSONAL or BUSINESS',
  },
  show_consent_explanation: { holds: (value) => typeof value === 'boolean', wanted: 'a boolean' },
  language: { holds: (value) => value === 'en' || value === 'ar', wanted: 'en or ar' },
  customization: { holds: (value) => typeof value === 'object' && value !== null, wanted: 'an object' },
  callback: { holds: (value) => typeof value === 'function', wanted: 'a function' },
};

/** Everything wrong with a config, in English, in the order of the fields; empty when it may be used. */
export function configProblems(method: SdkMethod, config: unknown, region: 'ae' | 'sa'): string[] {
  if (typeof config !== 'object' || config === null) return ['The method takes one config object.'];
  const fields = config as Record<string, unknown>;
  const problems: string[] = [];
  for (const name of REQUIRED[method]) {
    if (fields[name] === undefined || fields[name] === null || fields[name] === '') {
      problems.push(`${name} is required.`);
    }
  }
  for (const [name, rule] of Object.entries(RULES)) {
    const value = fields[name];
    if (value === undefined || value === null || value === '') continue;
    if (!rule.holds(value)) problems.push(`${name} must be ${rule.wanted}.`);
  }
  problems.push(...permissionProblems(fields['permissions'], region));
  if (isText(fields['access_token']) && fields['access_token'] !== '') {
    const problem = tokenProblem(fields['access_token'], Date.now());
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

function permissionProblems(permissions: unknown, region: 'ae' | 'sa'): string[] {
  if (permissions === undefined || permissions === null) return [];
  if (!Array.isArray(permissions) || permissions.length === 0)
    return ['permissions must hold at least one value.'];
  const known = region === 'ae' ? [...DATA_PERMISSIONS, 'payments'] : DATA_PERMISSIONS;
  return permissions
    .filter((permission) => !known.includes(String(permission)))
    .map((permission) => `permissions does not know "${String(permission)}".`);
}
