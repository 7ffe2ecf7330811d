import { en, type Messages } from './en.js';

export type { ConnectText, Messages } from './en.js';
export type { ErrorText } from './en-errors.js';

type Part<Value> = Value extends (...args: never[]) => string
  ? Value
  : Value extends object
    ? { [Key in keyof Value]?: Part<Value[Key]> }
    : Value;

/** A language that may lack messages; what it lacks is said in English. */
export type PartialMessages = Part<Messages>;

/** A whole language from a partial one. */
export function completeMessages(partial: PartialMessages): Messages {
  return overlay(en, partial) as Messages;
}

function overlay(base: object, over: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over) as [string, unknown][]) {
    const below = merged[key];
    if (below === undefined || value === undefined) continue;
    merged[key] = isGroup(below) && isGroup(value) ? overlay(below, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
