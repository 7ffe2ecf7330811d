import type { Defence } from './defence.js';

const LOADER = 'src/link/loader.ts';
const FAILURE = 'src/link/load-failure.ts';
const TAG = 'src/link/script-tag.ts';
const FIND = 'src/link/find-sdk.ts';

const SCRIPT_TEST = 'test/faults/connect-script.test.ts';
const PAGE_TEST = 'test/faults/connect-page.test.ts';
const LOADER_TEST = 'test/link/loader.test.ts';

/** Whether a global can do what we ask of it is looked at twice: when it is found, and before it is used. */
const UNCHECKED = {
  file: LOADER,
  from: '  if (sdk === null) {\n    throw',
  to: '  if (Date.now() < 0) {\n    throw',
  also: [{ file: 'src/link/launch.ts', from: 'if (!offers(sdk, method))', to: 'if (Date.now() < 0)' }],
};

/** K6 to K8, K18 to K22: what the script brings, and to whom. */
export const sdk: readonly Defence[] = [
  {
    fault: 'K6',
    what: 'a global that cannot connect is refused',
    ...UNCHECKED,
    test: SCRIPT_TEST,
    named: 'K6, K9, K21: names what is missing',
  },
  {
    fault: 'K6',
    what: 'the missing method is named',
    file: 'src/link/launch.ts',
    from: 'if (!offers(sdk, method))',
    to: 'if (Date.now() < 0)',
    test: 'test/link/launch.test.ts',
    named: 'names the method an SDK lacks (K6)',
  },
  {
    fault: 'K7',
    what: 'markup is no SDK, by kind and by what it can do',
    file: FIND,
    from: '  if (value instanceof Node || value instanceof HTMLCollection) return null;',
    to: '',
    also: [
      { file: FIND, from: "typeof (value as Record<string, unknown>)[method] === 'function'", to: 'true' },
    ],
    test: SCRIPT_TEST,
    named: 'K7: does not take',
  },
  {
    fault: 'K8',
    what: 'both names are looked at',
    file: FIND,
    from: ": ['Lean', 'LeanV2'];",
    to: ": ['Lean'];",
    test: SCRIPT_TEST,
    named: 'K8, K21: opens with',
  },
  {
    fault: 'K8',
    what: 'Lean comes first',
    file: FIND,
    from: ": ['Lean', 'LeanV2'];",
    to: ": ['LeanV2', 'Lean'];",
    test: SCRIPT_TEST,
    named: 'K8, K21: opens with',
  },
  {
    fault: 'K8',
    what: 'whoever offers both methods comes first',
    file: FIND,
    from: 'found.find((value) => count(value) === 2) ?? found.find((value) => count(value) === 1)',
    to: 'found.find((value) => count(value) > 0)',
    test: SCRIPT_TEST,
    named: 'K8, K21: opens with',
  },
  {
    fault: 'K18',
    what: 'a hint where Link fails',
    file: 'src/link/launch.ts',
    from: 'message: withHint(outcome.message, frames)',
    to: 'message: outcome.message',
    test: PAGE_TEST,
    named: 'K18: says in the error what the policy blocked',
  },
  {
    fault: 'K18',
    what: 'a hint where Link stays silent',
    file: 'src/link/launch.ts',
    from: ' s.${frames.hint()}`',
    to: ' s.`',
    test: PAGE_TEST,
    named: 'K18: says in the error what the policy blocked',
  },
  {
    fault: 'K19',
    what: 'copies of our code share their loads',
    file: 'src/link/page-state.ts',
    from: "Symbol.for('lean-elements.link.v1')",
    to: "Symbol('lean-elements.link.v1')",
    test: LOADER_TEST,
    named: 'shares one load among copies of our code (K19)',
  },
  {
    fault: 'K19',
    what: 'copies of our code share the queue for the window',
    file: 'src/session/turns.ts',
    from: "Symbol.for('lean-elements.turns.v1')",
    to: "Symbol('lean-elements.turns.v1')",
    test: PAGE_TEST,
    named: 'K19: opens one window at a time with the button of another copy',
  },
  {
    fault: 'K20',
    what: 'one promise for all who ask at once',
    file: LOADER,
    from: '    state.loads.set(key, load);',
    to: '',
    test: LOADER_TEST,
    named: 'makes one tag and one request for 200 callers (K20)',
  },
  {
    fault: 'K20',
    what: 'what is there is not asked for again',
    file: LOADER,
    from: '  if (ready !== null) return ready;',
    to: '',
    test: PAGE_TEST,
    named: 'K19, K20: asks for one script',
  },
  {
    fault: 'K21',
    what: 'each load is held to what we need of it',
    ...UNCHECKED,
    test: SCRIPT_TEST,
    named: 'K6, K9, K21: names what is missing',
  },
  {
    fault: 'K21',
    what: 'inherited methods are methods',
    file: FIND,
    from: "typeof (value as Record<string, unknown>)[method] === 'function'",
    to: 'Object.hasOwn(value, method)',
    test: SCRIPT_TEST,
    named: 'K8, K21: opens with',
  },
  {
    fault: 'K21',
    what: 'a function may be the SDK',
    file: FIND,
    from: " && typeof value !== 'function')",
    to: ')',
    test: SCRIPT_TEST,
    named: 'K8, K21: opens with',
  },
  {
    fault: 'K22',
    what: 'the browser is given the hash',
    file: TAG,
    from: '    tag.integrity = integrity;',
    to: '',
    test: SCRIPT_TEST,
    named: 'K22: refuses another script',
  },
  {
    fault: 'K22',
    what: 'a hash that differs is told apart',
    file: FAILURE,
    from: 'if (integrity !== null && (await isServed(url)))',
    to: 'if (Date.now() < 0)',
    test: SCRIPT_TEST,
    named: 'K22: refuses another script',
  },
  {
    fault: 'K22',
    what: 'no Lean of unknown hash is believed',
    file: LOADER,
    from: '  if (integrity !== null && (loadedIntegrity !== integrity || loadedUrl !== url)) return null;',
    to: '',
    test: SCRIPT_TEST,
    named: 'K22: believes no Lean that came otherwise',
  },
  {
    fault: 'K22',
    what: 'a tag without the hash is not waited for',
    file: LOADER,
    from: ' || (integrity !== null && tag.integrity !== integrity)) return null;',
    to: ') return null;',
    test: SCRIPT_TEST,
    named: "K22: does not wait for the page's own tag",
  },
];
