import { createLeanSimulator } from '../simulator/index.js';
import { DEFAULT_SCENARIO, listScenarios } from '../simulator/scenarios.js';
import { EXIT, readOptions, readPort, UsageError, type Command } from './command.js';
import { listen } from './listen.js';
import { untilStopped } from './until-stopped.js';

const options = {
  port: { type: 'string', default: '0' },
  region: { type: 'string', default: 'ae' },
  seed: { type: 'string', default: '1' },
  'client-id': { type: 'string', default: 'simulator' },
  'client-secret': { type: 'string', default: 'simulator' },
  'app-token': { type: 'string', default: 'simulator' },
  scenario: { type: 'string', default: DEFAULT_SCENARIO },
  scenarios: { type: 'boolean', default: false },
  'webhook-url': { type: 'string' },
  'webhook-secret': { type: 'string', default: 'simulator' },
} as const;

/** `lean-elements simulate`: Lean in a box as a server, until it is stopped; or, with `--scenarios`, their list. */
export const simulate: Command = async (args) => {
  const given = readOptions(args, options);
  const port = readPort(given.port);
  const region = readRegion(given.region);
  const webhookUrl = readUrl(given['webhook-url']);
  const scenario = readScenario(given.scenario);
  if (given.scenarios) {
    console.log(scenarioList());
    return EXIT.ok;
  }
  const listener = await listen(port);
  try {
    const simulator = createLeanSimulator({
      region,
      webhookUrl,
      scenario,
      seed: readSeed(given.seed),
      clientId: given['client-id'],
      clientSecret: given['client-secret'],
      appToken: given['app-token'],
      webhookSecret: given['webhook-secret'],
      baseUrl: listener.origin,
    });
    listener.serve(simulator.fetch);
    const stopped = untilStopped(); // Whoever reads the line may stop us at once.
    console.log(`simulator listening on ${listener.origin}`);
    await stopped;
    simulator.close();
  } finally {
    await listener.close();
  }
  return EXIT.ok;
};

/** One scenario a line: its name, then what it means. */
function scenarioList(): string {
  const scenarios = listScenarios();
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  return scenarios.map(({ name, meaning }) => `${name.padEnd(width)}  ${meaning}`).join('\n');
}

function readScenario(text: string): string {
  if (listScenarios().some(({ name }) => name === text)) return text;
  throw new UsageError(`There is no scenario "${text}"; --scenarios lists them all.`);
}

function readRegion(text: string): 'ae' | 'sa' {
  if (text === 'ae' || text === 'sa') return text;
  throw new UsageError(`--region is ae or sa, not "${text}".`);
}

function readUrl(text: string | undefined): string | undefined {
  if (text === undefined || (URL.canParse(text) && /^https?:/.test(new URL(text).protocol))) return text;
  throw new UsageError(`--webhook-url takes an http or https address, not "${text}".`);
}

/** `--seed 7` and `seed: 7` in code must give the same bytes. */
function readSeed(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}
