/** A counted number as messages need it: its text in the reader's digits and its plural form in their language. */
export interface Count {
  value: number;
  text: string;
  form: Intl.LDMLPluralRule;
}

/** The form that fits a count; `#` in it stands for the number. Languages leave out the forms they do not have. */
export function plural(
  count: Count,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return (forms[count.form] ?? forms.other).replace('#', count.text);
}

/** A name of unknown language inside a sentence, kept from reordering the words around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
