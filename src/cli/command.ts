import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Runs one subcommand with what follows its name; resolves with the exit code once it is done or stopped. */
export type Command = (args: string[]) => Promise<number>;

/** Exit codes of the command line. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command line itself is wrong: its message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The named options of a command. Throws `UsageError` for an option that does not exist, a missing value, or a
 * word that belongs to no option.
 */
export function readOptions<const T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: false, strict: true }).values;
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
  }
}

/** A TCP port from its text; 0 lets the system choose. Throws `UsageError`. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new UsageError(`--port takes 0 to 65535, not "${text}".`);
  return port;
}
