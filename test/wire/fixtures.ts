import { readFileSync } from 'node:fs';
import type { AnswerContext } from '../../src/wire/context.js';
import { parseJson } from '../../src/wire/json.js';

const FOLDER = new URL('../fixtures/', import.meta.url);

/** The text of a fixture, such as `seed/accounts.reply.json`. */
export function fixtureText(path: string): string {
  return readFileSync(new URL(path, FOLDER), 'utf8');
}

/** A fixture as our own reader of JSON sees it. */
export function fixture(path: string): unknown {
  return parseJson(fixtureText(path));
}

/** Where a test's answer pretends to come from. */
export const CONTEXT: AnswerContext = { route: 'GET /test', httpStatus: 200, correlationId: 'corr-1' };
