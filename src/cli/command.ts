import { parseArgs } from 'node:util';

/** Runs one subcommand with what follows its name; resolves with the exit code once it is done or stopped. */
export type Command = (args: string[]) => Promise<number>;

/** Exit codes of the command line. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command line itself is wrong: its message is for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options of a command: most take a text, some have a default; a switch takes nothing and is off by default. */
type KnownOptions = Readonly<
  Record<string, { type: 'string'; default?: string } | { type: 'boolean'; default: false }>
>;

type Values<Options> = {
  [Name in keyof Options]: Options[Name] extends { type: 'boolean' }
    ? boolean
    : Options[Name] extends { default: string }
      ? string
      : string | undefined;
};

/**
 * The named options of a command. Throws `UsageError` for an option that does not exist, a missing value, or a
 * word that belongs to no option.
 */
export function readOptions<const Options extends KnownOptions>(
  args: string[],
  options: Options,
): Values<Options> {
  const known: KnownOptions = options;
  return refusing(() => parseArgs({ args, options: known, allowPositionals: false, strict: true }))
    .values as Values<Options>;
}

/** What comes of reading a command line; what cannot be read is a `UsageError`. */
export function refusing<Result>(read: () => Result): Result {
  try {
    return read();
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
