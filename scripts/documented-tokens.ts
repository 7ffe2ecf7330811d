import { readFileSync } from 'node:fs';
import { TOKENS } from '../src/theme/tokens.js';

/** A public CSS variable. */
export interface DocumentedToken {
  /** With its dashes: `--lean-color-accent`. */
  name: string;
  value: string;
  meaning: string;
}

const FILES = ['src/theme/button-tokens.ts', 'src/theme/tokens.ts'];

/** Every token with the line above it in the source. Throws for one that has none. */
export function readTokens(): DocumentedToken[] {
  const source = FILES.map((file) => readFileSync(file, 'utf8')).join('');
  return Object.entries(TOKENS).map(([name, value]) => {
    const meaning = new RegExp(`/\\*\\* ([^*]+?)\\.? \\*/\\s+'${name}':`).exec(source)?.[1];
    if (meaning === undefined) throw new Error(`${FILES.join(' and ')} do not say what ${name} is for.`);
    return { name: `--lean-${name}`, value, meaning };
  });
}
