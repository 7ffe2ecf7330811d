import type { Defence } from './defence.js';

const LOADER = 'src/link/loader.ts';
const FLOW_TEST = 'test/faults/connect-flow.test.ts';
const SCRIPT_TEST = 'test/faults/connect-script.test.ts';

/** K: Lean's script, and what it does once it is there. */
export const sdk: readonly Defence[] = [
  {
    fault: 'K1',
    what: 'a fresh tag for a server that failed once',
    file: LOADER,
    from: 'const TRIES = 3;',
    to: 'const TRIES = 1;',
    test: SCRIPT_TEST,
    named: 'K1: opens although the server failed once',
  },
  {
    fault: 'K9',
    what: 'a throw inside connect() is caught',
    file: 'src/link/launch.ts',
    from: `    } catch (thrown) {
      fail(threw(thrown, config));
    }`,
    to: '    } catch {}',
    test: FLOW_TEST,
    named: 'K9: catches a Link that throws',
  },
  {
    fault: 'K12',
    what: 'no success without the backend',
    file: 'src/session/connect-flow.ts',
    from: "!this.#ground.services && outcome.status === 'SUCCESS'",
    to: "outcome.status === 'SUCCESS'",
    test: FLOW_TEST,
    named: 'K12, K13: takes a forged success for a hint only',
  },
];
