import type { Defence } from './defence.js';

const TEST = 'test/faults/connect-reconnect.test.ts';
const SESSION_TEST = 'test/faults/session.test.ts';
const ONE_NOTICE = 'shows one notice and opens one flow for accounts, balances and transactions';

/** S2: many elements of one page that need the same renewal, or the same reconnect. */
export const manyElements: readonly Defence[] = [
  {
    fault: 'S2',
    what: 'one renewal for all calls that are refused',
    file: 'src/client/host-session.ts',
    from: 'renewing ??= headers()',
    to: 'renewing = headers()',
    test: TEST,
    named: 'renews once for all calls that are refused at the same time',
  },
  {
    fault: 'S2',
    what: 'one repetition of each call',
    file: 'src/client/request.ts',
    from: 'return once(await session.renew());',
    to: 'return first;',
    test: TEST,
    named: 'renews a token that has run out once for five elements',
  },
  {
    fault: 'S2',
    what: 'the end of a session is told once',
    file: 'src/session/services.ts',
    from: '    if (signedOut) return;\n',
    to: '',
    also: [
      { file: 'src/client/host-session.ts', from: '      if (askedIn < toldIn) return;\n', to: '' },
      { file: 'src/session/services.ts', from: '    void queries.cancelQueries({ queryKey });\n', to: '' },
      {
        file: 'src/session/services.ts',
        from: '    for (const query of queries.getQueryCache().findAll({ queryKey })) query.reset();\n',
        to: '',
      },
    ],
    test: SESSION_TEST,
    named: 'is told once, however many calls are refused at the same time',
  },
  {
    fault: 'S2',
    what: 'a page that retries at once is slowed down',
    file: 'src/session/services.ts',
    from: 'setTimeout(readAgain, rest);',
    to: 'setTimeout(readAgain);',
    test: SESSION_TEST,
    named: 'does not make a page that answers each end with a retry ask as fast as it is refused',
  },
  {
    fault: 'S2',
    what: 'one notice for a bank, in the first element',
    file: 'src/elements/shared/bank-notice.view.ts',
    from: 'if (!isOwner) {',
    to: 'if (false) {',
    test: TEST,
    named: ONE_NOTICE,
  },
  {
    fault: 'S2',
    what: 'the page is told of it once',
    file: 'src/session/reconnect-board.ts',
    from: 'if (held.has(entityId) || announced.has(key)) return false;',
    to: 'if (held.has(entityId)) return false;',
    test: TEST,
    named: ONE_NOTICE,
  },
  {
    fault: 'S2',
    what: 'one window at a time',
    file: 'src/session/turns.ts',
    from: '  await before;\n',
    to: '',
    test: TEST,
    named: 'opens the second bank when the first has ended',
  },
  {
    fault: 'S2',
    what: 'all three fill when the bank is well again',
    file: 'src/session/arrival.ts',
    from: '  void services.invalidate(entityId);\n  const awaited',
    to: '  const awaited',
    test: TEST,
    named: 'asks all three again when the bank that they had been read from is well again',
  },
];
