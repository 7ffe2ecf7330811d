/** Tells whether Intl knows a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // A RangeError is Intl's only way to say that it does not know the zone.
    return false;
  }
}
