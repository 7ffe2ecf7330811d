/** Readers of Lean's JSON where only a field or two matter and the rest is passed on as it is. */

/** The `status` of a body of Lean's, when it has one. */
export function statusOf(value: unknown): string | null {
  return textOf(value, 'status');
}

/**
 * Whether Lean says of a customer that it knows none such. A wrong address is a 404 as well, and no reason to forget
 * anybody.
 */
export function isUnknownCustomer(answer: { status: number; value: unknown }): boolean {
  return answer.status === 404 && statusOf(answer.value) !== 'INVALID_URL';
}

/** A text member of an object, or null. */
export function textOf(value: unknown, name: string): string | null {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : null;
}

/** A member of an object, or undefined. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** The list of an answer: the answer itself, or where Lean's paged answers keep theirs; null when there is none. */
export function listIn(value: unknown): unknown[] | null {
  const candidates = [
    value,
    ...['data', 'content', 'events', 'refreshes'].map((name) => memberOf(value, name)),
  ];
  return (candidates.find((candidate) => Array.isArray(candidate)) as unknown[] | undefined) ?? null;
}
