/** What a run of tests says of a defence. */

/** As the test runner tells it. */
export interface Suite {
  name: string;
  suites: Suite[];
  tests: { name: string; passed: boolean; skipped: boolean; error?: { name?: string; message: string } }[];
}

export interface PageResult {
  testResults?: Suite;
  /** What broke outside of a test: an import, a hook. */
  errors: { message: string }[];
}

interface Ran {
  title: string;
  passed: boolean;
  error: string;
}

/** Whether a run proves something, and how to say it. */
export interface Verdict {
  isProof: boolean;
  words: string;
}

/** Tests as they ran, by their whole titles. */
export function testsOf(result: PageResult): Ran[] {
  const ran: Ran[] = [];
  const visit = (suite: Suite, above: string[]): void => {
    const path = [...above, suite.name].filter(Boolean);
    for (const { name, passed, skipped, error } of suite.tests) {
      // What the pattern leaves out is in the list too: it has neither passed nor an error.
      if (skipped || (!passed && !error)) continue;
      const text = error ? `${error.name ?? 'Error'}: ${error.message}` : '';
      ran.push({ title: [...path, name].join(' '), passed, error: text });
    }
    for (const inner of suite.suites) visit(inner, path);
  };
  if (result.testResults) visit(result.testResults, []);
  return ran;
}

/** The defence stands: the tests that are named must be there and pass. */
export function verdictUntouched(result: PageResult, named: string): Verdict {
  const tests = testsOf(result).filter(({ title }) => title.includes(named));
  const bad = tests.find(({ passed }) => !passed);
  if (bad) return { isProof: false, words: `its test fails as it is: ${bad.title}: ${bad.error}` };
  if (tests.length > 0) return { isProof: true, words: `${String(tests.length)} passed` };
  return { isProof: false, words: `no test of that name ran${said(result)}` };
}

/** The marks of an edit that left something behind, and of nothing else. */
const BROKEN = /^(?:Error: Uncaught )?(?:ReferenceError|SyntaxError|TypeError: .* is not a function)/;

/** The defence is gone: one of its tests must fail, by what it expects and not by a page that is broken. */
export function verdictWithout(result: PageResult): Verdict {
  const tests = testsOf(result);
  const failed = tests.filter(({ passed }) => !passed);
  const broken = failed.find(({ error }) => BROKEN.test(error));
  if (broken) return { isProof: false, words: `the edit breaks the code: ${broken.error}` };
  // A hook that broke and the test that it belongs to cannot be told apart.
  if (result.errors.length > 0 || tests.length === 0)
    return { isProof: false, words: `the page broke${said(result)}` };
  if (failed.length === 0)
    return { isProof: false, words: `NOT held: ${String(tests.length)} still pass without it` };
  const inVain = failed.filter(({ error }) => /Timeout of \d+ms exceeded/.test(error)).length;
  const how = inVain === failed.length ? ' by waiting in vain' : '';
  return { isProof: true, words: `held (${String(failed.length)} failed${how} without it)` };
}

function said({ errors }: PageResult): string {
  return errors.map(({ message }) => `: ${message.slice(0, 200)}`).join('');
}
