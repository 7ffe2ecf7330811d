import { readFileSync } from 'node:fs';
import { TOKENS } from '../src/theme/tokens.js';

/** A public CSS variable. */
export interface DocumentedToken {
  /** With its dashes: `--lean-color-accent`. */
  name: string;
  value: string;
  meaning: string;
}

/** Every token with the line above it in the source. Throws for one that has none. */
export function readTokens(): DocumentedToken[] {
  const source = readFileSync('src/theme/tokens.ts', 'utf8');
  return Object.entries(TOKENS).map(([name, value]) => {
    const meaning = new RegExp(`/\\*\\* ([^*]+?)\\.? \\*/\\s+'${name}':`).exec(source)?.[1];
    if (meaning === undefined) throw new Error(`src/theme/tokens.ts does not say what ${name} is for.`);
    return { name: `--lean-${name}`, value, meaning };
  });
}
