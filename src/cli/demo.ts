import { EXIT, readOptions, readPort, type Command } from './command.js';
import { startDemo } from './demo/start.js';
import { untilStopped } from './until-stopped.js';

/** `lean-elements demo`: the sample site with its backend, on the simulator, until it is stopped. */
export const demo: Command = async (args) => {
  const { port } = readOptions(args, { port: { type: 'string', default: '0' } });
  const running = await startDemo({ port: readPort(port) });
  const stopped = untilStopped(); // Whoever reads the line may stop us at once.
  console.log(`demo listening on ${running.origin}`);
  await stopped;
  await running.close();
  return EXIT.ok;
};
