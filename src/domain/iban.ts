const GROUP = 4;

/** An IBAN without spaces, in upper case. Its form and checksum are not judged: Lean's own samples fail them. */
export function compactIban(iban: string): string {
  return iban.replace(/\s+/g, '').toUpperCase();
}

/** An IBAN in groups of four, as people read it. */
export function groupIban(iban: string): string {
  return compactIban(iban).replace(new RegExp(`(.{${String(GROUP)}})(?=.)`, 'g'), '$1 ');
}

/** An account number with all but its last four characters hidden, its country and check digits kept when it has them. */
export function maskIban(iban: string): string {
  const compact = compactIban(iban);
  const last = compact.slice(-GROUP);
  const head = /^[A-Z]{2}\d{2}/.exec(compact)?.[0];
  return head !== undefined && compact.length > 2 * GROUP ? `${head} •••• •••• ${last}` : `•••• ${last}`;
}
