// A web-test-runner reporter that only counts: the closing line is the same for every runner here.
import { tellTotals } from './totals.mjs';

/** Counts passed and failed tests of all files; a file that broke before its tests counts as one failure. */
export function totalsReporter() {
  return {
    stop({ sessions }) {
      const totals = { passed: 0, failed: 0 };
      for (const session of sessions) {
        count(session.testResults, totals);
        if (session.errors.length > 0) totals.failed += 1;
        else if (!session.testResults) totals.failed += 1;
      }
      tellTotals(totals);
    },
  };
}

function count(suite, totals) {
  if (!suite) return;
  for (const test of suite.tests ?? []) {
    if (test.skipped) continue;
    totals[test.passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite.suites ?? []) count(inner, totals);
}
