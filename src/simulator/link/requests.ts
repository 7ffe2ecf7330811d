/** Reads what the double sent. */
import type { LinkConsentRequest } from './backend.js';

/** A request that is answered with an HTTP error. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404,
    message: string,
  ) {
    super(message);
  }
}

/** A text field of a body. @throws Refusal with 400 when it is not there */
export function fieldOf(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new Refusal(400, `${name} is missing`);
  return value;
}

function optionalField(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What a customer agreed to. @throws Refusal with 400 when a field is not there */
export function consentRequest(
  customerId: string,
  body: Readonly<Record<string, unknown>>,
): LinkConsentRequest {
  const permissions = body['permissions'];
  if (!Array.isArray(permissions) || permissions.length === 0)
    throw new Refusal(400, 'permissions is missing');
  const accountType = optionalField(body, 'account_type');
  return {
    customerId,
    bankIdentifier: fieldOf(body, 'bank_identifier'),
    permissions: permissions.map(String),
    accountType: accountType === 'PERSONAL' || accountType === 'BUSINESS' ? accountType : undefined,
    accessFrom: optionalField(body, 'access_from'),
    accessTo: optionalField(body, 'access_to'),
  };
}
