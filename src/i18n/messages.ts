import type { CompleteMessages } from './en.js';

export type { ConnectMessages } from './en-connect.js';
export type { ConnectLifeMessages, ConnectText } from './en-connect-life.js';
export type { CompleteMessages } from './en.js';
export type { Messages } from './en-words.js';
export type { ErrorText } from './error-text.js';

type Part<Value> = Value extends (...args: never[]) => string
  ? Value
  : Value extends object
    ? { [Key in keyof Value]?: Part<Value[Key]> }
    : Value;

/** A language that may lack messages; what it lacks is said in English. */
export type PartialMessages = Part<CompleteMessages>;

const completed = new WeakMap<object, WeakMap<object, object>>();

/** An element's English words in another language; made once for each pair. */
export function completeMessages<Words extends object>(english: Words, partial: PartialMessages): Words {
  const known = completed.get(english) ?? new WeakMap<object, object>();
  completed.set(english, known);
  const messages = known.get(partial) ?? overlay(english, partial);
  known.set(partial, messages);
  return messages as Words;
}

function overlay(base: object, over: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over) as [string, unknown][]) {
    if (value === undefined) continue;
    const below = merged[key];
    merged[key] = isGroup(below) && isGroup(value) ? overlay(below, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
