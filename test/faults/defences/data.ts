import type { Defence } from './defence.js';

const TEST = 'test/faults/upstream.test.ts';

/** D: data that is there in part. */
export const data: readonly Defence[] = [
  {
    fault: 'D15',
    what: 'a balance that the list of banks says is not shared is not asked for',
    file: 'src/session/accounts-store.ts',
    from: "        balance: isShared(entity, 'balance')\n          ? balanceState(balanceResults[index], balanceTypes)\n          : { status: 'not-shared' },",
    to: '        balance: balanceState(balanceResults[index], balanceTypes),',
    test: TEST,
    named: 'is "not shared" and never zero',
  },
  {
    fault: 'D15',
    what: 'a balance whose call is refused for want of a permission is not shared',
    file: 'src/session/accounts-store.ts',
    from: "return error.code === 'permission_missing' ? { status: 'not-shared' } : { status: 'unavailable', error };",
    to: "return { status: 'unavailable', error };",
    test: TEST,
    named: 'is "not shared" too where only the refusal of the balance tells',
  },
  {
    fault: 'D16',
    what: 'each bank stands for itself',
    file: 'src/session/bank-state.ts',
    from: "  if (answer?.status === 'failed') return { status: 'failed', error: answer.error };\n",
    to: '',
    test: TEST,
    named: 'D16: one bank of three is down',
  },
  {
    fault: 'D16',
    what: 'its notice has a retry of its own',
    file: 'src/elements/shared/bank-notice.view.ts',
    from: 'context.copier, context.retry',
    to: 'context.copier, null',
    test: TEST,
    named: 'D16: one bank of three is down',
  },
];
