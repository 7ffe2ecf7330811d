/** Bodies that break Lean's own rules, for clients that must survive them. */

/** Ways a good answer is spoilt. */
export type DistortionName =
  'unknown-status' | 'processing-started' | 'missing-fields' | 'wrong-types' | 'unknown-currency';

type JsonObject = Record<string, unknown>;

/** A status no document of Lean's names. */
export const UNKNOWN_STATUS = 'DATA_TEMPORARILY_UNAVAILABLE';

/** Three letters that ISO 4217 gives to no currency. */
const UNKNOWN_CURRENCY = 'QQQ';

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy in which `change` has been applied to every object, innermost first. */
function mapObjects(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)]);
  return change(Object.fromEntries(inner) as JsonObject);
}

/** Applies `spoil` to every second item of each list in the payload; to the payload itself when it has no list. */
function spoilItems(payload: unknown, spoil: (item: JsonObject) => JsonObject): unknown {
  if (!isObject(payload)) return payload;
  const hasList = Object.values(payload).some(Array.isArray);
  if (!hasList) return spoil(payload);
  return Object.fromEntries(
    Object.entries(payload).map(([key, list]) => [
      key,
      Array.isArray(list)
        ? list.map((item: unknown, at) => (at % 2 === 1 && isObject(item) ? spoil(item) : item))
        : list,
    ]),
  );
}

/** Only what comes first in Lean's order: mostly ids. */
function dropMostFields(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).slice(0, 2));
}

/** Numbers become text, text becomes numbers, lists and objects become what they are not. */
function swapTypes(item: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (key.endsWith('_id') || key === 'id') return [key, value];
      if (typeof value === 'number') return [key, `${String(value)} or so`];
      if (typeof value === 'string') return [key, 20_260_512];
      if (typeof value === 'boolean') return [key, 'yes'];
      if (Array.isArray(value)) return [key, 'list'];
      return [key, isObject(value) ? [value] : { was: null }];
    }),
  );
}

function renameCurrency(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      (key === 'currency' || key === 'currency_code') && typeof value === 'string' ? UNKNOWN_CURRENCY : value,
    ]),
  );
}

function inPayload(body: JsonObject, change: (payload: unknown) => unknown): JsonObject {
  const key = 'payload' in body ? 'payload' : 'data';
  return { ...body, [key]: change(body[key]) };
}

/** The spoilt copy of an `OK` body. */
export function distort(name: DistortionName, body: unknown): unknown {
  if (!isObject(body)) return body;
  switch (name) {
    case 'unknown-status':
      return inPayload({ ...body, status: UNKNOWN_STATUS, message: 'Data is on its way.' }, () => null);
    case 'processing-started':
      return inPayload(
        { ...body, status: 'PROCESSING_STARTED', message: 'Processing has started.' },
        () => null,
      );
    case 'missing-fields':
      return inPayload(body, (payload) => spoilItems(payload, dropMostFields));
    case 'wrong-types':
      return inPayload(body, (payload) => spoilItems(payload, swapTypes));
    case 'unknown-currency':
      return inPayload(body, (payload) => mapObjects(payload, renameCurrency));
  }
}
