/** From a link session and a button's attributes to the one object that Lean's SDK takes. */
import { LeanError } from '../domain/error.js';
import { isPermission, PERMISSIONS } from '../domain/permissions.js';
import { resolveCustomization } from './customization.js';
import { LINK_METHODS } from './methods.js';
import { assertToken } from './token.js';
import type { LinkConfig, LinkOpening } from './types.js';
import { assertFields, warnOfDisagreements } from './validate.js';

/**
 * The SDK's config for one opening, without its callback: the session's field wins, the attributes fill what it leaves
 * out, `permissions` is what both allow. What the SDK would refuse in silence is refused here by name.
 * @throws LeanError `missing_app_token`, `missing_customer_id`, `missing_permissions`, `missing_reconnect_id`,
 * `invalid_type`, `invalid_permission`, `invalid_date`, `invalid_url`, `invalid_color`, or one of the `token_` codes
 */
export function linkConfig(opening: LinkOpening): LinkConfig {
  const { method, session, language, host } = opening;
  const row = LINK_METHODS[method];
  const merged = merge(opening);
  for (const [name, code] of Object.entries(row.required)) {
    const value = merged[name];
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty) throw new LeanError(code, `Link needs ${name} to ${method}, and it is missing or empty.`);
  }
  const names = [...Object.keys(row.required), ...row.optional].filter((name) => merged[name] !== undefined);
  const config: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, merged[name]]));

  assertFields(config, session.region);
  if (typeof config['access_token'] === 'string') assertToken(config['access_token'], opening.now);
  for (const name of ['success_redirect_url', 'fail_redirect_url', 'destination_avatar']) {
    if (typeof config[name] === 'string') config[name] = new URL(config[name], host.baseURI).href;
  }
  if (config['customization'] !== undefined) {
    config['customization'] = resolveCustomization(config['customization'] as Record<string, unknown>, host);
  }
  warnOfDisagreements(method, config, session);
  return { ...config, language };
}

/** Every field under Lean's name; what nobody gave is undefined, and so is empty text. */
function merge({ session, attributes, reconnectId }: LinkOpening): Record<string, unknown> {
  const given: Record<string, unknown> = {
    app_token: session.app_token || attributes.appToken,
    customer_id: session.customer_id || attributes.customerId,
    access_token: session.access_token,
    reconnect_id: reconnectId,
    sandbox: session.sandbox,
    permissions: permissionsOfBoth(session.permissions ?? null, attributes.permissions),
    bank_identifier: session.bank_identifier ?? attributes.bankIdentifier,
    account_type: upperCase(session.account_type ?? attributes.accountType),
    access_from: session.access_from ?? attributes.accessFrom,
    access_to: session.access_to ?? attributes.accessTo,
    success_redirect_url: session.success_redirect_url ?? attributes.successRedirectUrl,
    fail_redirect_url: session.fail_redirect_url ?? attributes.failRedirectUrl,
    show_consent_explanation: session.show_consent_explanation ?? attributes.showConsentExplanation,
    destination_alias: attributes.destinationAlias,
    destination_avatar: attributes.destinationAvatar,
    end_user_id: attributes.endUserId,
    customer_metadata: attributes.customerMetadata,
    customization: attributes.customization,
  };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === '' ? undefined : (value ?? undefined)]),
  );
}

function upperCase(text: string | null): string | null {
  return typeof text === 'string' ? text.toUpperCase() : text;
}

/** In the session's order; where only one side names any, these. */
function permissionsOfBoth(
  session: readonly string[] | null,
  attributes: readonly string[] | null,
): readonly string[] | undefined {
  for (const name of [...(session ?? []), ...(attributes ?? [])]) {
    if (!isPermission(name)) {
      throw new LeanError(
        'invalid_permission',
        `Lean has no permission "${name}". It has: ${PERMISSIONS.join(', ')}.`,
      );
    }
  }
  if (session === null || attributes === null) return session ?? attributes ?? undefined;
  return session.filter((name) => attributes.includes(name));
}
