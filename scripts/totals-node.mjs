// A node:test reporter that only counts; the `spec` reporter beside it shows the tests.
import { tellTotals } from './totals.mjs';

/** Reads the closing figures of the whole run, which node:test reports as diagnostics of the outermost level. */
export default async function* totals(events) {
  const figures = { pass: 0, fail: 0, cancelled: 0 };
  for await (const { type, data } of events) {
    const line =
      type === 'test:diagnostic' && data.nesting === 0 ? data.message.match(/^(\w+) (\d+)$/) : null;
    if (line && line[1] in figures) figures[line[1]] = Number(line[2]);
  }
  tellTotals({ passed: figures.pass, failed: figures.fail + figures.cancelled });
  yield '';
}
