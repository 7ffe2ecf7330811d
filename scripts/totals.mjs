import { writeFileSync } from 'node:fs';

/**
 * Hands the totals of one runner to scripts/test.ts, which adds them up and prints the one closing line.
 * @param {{ passed: number, failed: number }} totals
 */
export function tellTotals(totals) {
  const file = process.env['TEST_TOTALS_FILE'];
  if (file) writeFileSync(file, JSON.stringify(totals));
  else console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
}
