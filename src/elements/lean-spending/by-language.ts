import { keptIn } from '../../domain/kept.js';

/** Makes something once for each language: a picture is drawn anew with every move of the pointer. */
export function byLanguage<Made>(make: (locale: string) => Made): (locale: string) => Made {
  const known = new Map<string, Made>();
  return (locale) => keptIn(known, locale, make);
}
