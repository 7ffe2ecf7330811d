#!/usr/bin/env node
/** `lean-elements demo | simulate | check`: the package's command line. */
import { EXIT, UsageError, type Command } from './cli/command.js';

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./cli/demo.js')).demo,
  simulate: async () => (await import('./cli/simulate.js')).simulate,
  check: async () => (await import('./cli/check.js')).check,
};

const USAGE = `Usage:
  lean-elements demo [--port 0]
  lean-elements simulate [--port 0] [--region ae|sa] [--seed 1] [--client-id simulator]
      [--client-secret simulator] [--app-token simulator] [--webhook-url URL] [--webhook-secret simulator]
      [--scenario ready]
  lean-elements simulate --scenarios
  lean-elements check <proxy url> [--header 'Name: value'] [--other-header 'Name: value'] [--json]`;

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h';

async function run(words: string[]): Promise<number> {
  if (words.some(asksForHelp)) {
    console.log(USAGE);
    return EXIT.ok;
  }
  const [name, ...args] = words;
  const load = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name ?? ''] : undefined;
  if (!load) throw new UsageError(name === undefined ? 'Say what to do.' : `There is no command "${name}".`);
  const command = await load();
  return command(args);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (thrown) {
  if (thrown instanceof UsageError) {
    console.error(`${thrown.message}\n\n${USAGE}`);
    process.exitCode = EXIT.usage;
  } else {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    process.exitCode = EXIT.failed;
  }
}
