/** Texts that many rows share, each kept once under a number. */
export interface Dictionary {
  /** The number of a text; 0 stands for null. */
  intern(text: string | null): number;
  text(number: number): string | null;
}

export function createDictionary(): Dictionary {
  const texts: (string | null)[] = [null];
  const numbers = new Map<string | null, number>([[null, 0]]);
  return {
    intern(text) {
      let number = numbers.get(text);
      if (number === undefined) {
        number = texts.push(text) - 1;
        numbers.set(text, number);
      }
      return number;
    },
    text: (number) => texts[number] ?? null,
  };
}
