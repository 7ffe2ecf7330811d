import type { Defence } from './defence.js';

const LAUNCH = 'src/link/launch.ts';
const FLOW = 'src/session/connect-flow.ts';
const PRESENCE = 'src/link/presence.ts';
const MOUNT = 'src/link/mount.ts';

const LINK_TEST = 'test/faults/connect-link.test.ts';
const PAGE_TEST = 'test/faults/connect-page.test.ts';

/** K9 to K15: Lean's dialog, once it is asked to open. */
export const link: readonly Defence[] = [
  {
    fault: 'K9',
    what: 'a throw inside connect() is caught',
    file: LAUNCH,
    from: `    } catch (thrown) {
      fail(threw(thrown, config));
    }`,
    to: '    } catch {}',
    test: LINK_TEST,
    named: 'K9: catches a Link that throws',
  },
  {
    fault: 'K9',
    what: 'a promise that rejects is heard',
    file: LAUNCH,
    from: '          fail(threw(thrown, config));\n        });',
    to: '        });',
    test: LINK_TEST,
    named: 'K9: catches a Link whose promise rejects',
  },
  {
    fault: 'K10',
    what: 'a watchdog of eight seconds',
    file: LAUNCH,
    from: 'silentMs: 8_000',
    to: 'silentMs: 3_600_000',
    test: LINK_TEST,
    named: 'K10: gives up on a Link that shows nothing',
  },
  {
    fault: 'K10',
    what: 'the watchdog looks whether something is shown',
    file: LAUNCH,
    from: "if (seen === 'unseen' && waited >= silentMs)",
    to: 'if (waited >= silentMs)',
    test: LINK_TEST,
    named: 'K10: waits for a Link that shows something',
  },
  {
    fault: 'K11',
    what: 'a dialog that has gone is noticed',
    file: LAUNCH,
    from: 'goneMs: 3_000',
    to: 'goneMs: 3_600_000',
    test: LINK_TEST,
    named: 'K11: asks the backend when the dialog goes',
  },
  {
    fault: 'K11',
    what: 'the backend is asked when the window has the focus again',
    file: 'src/session/polling.ts',
    from: "    window.addEventListener('focus', back, options);",
    to: '',
    test: LINK_TEST,
    named: 'K11: asks the backend when the customer',
  },
  {
    fault: 'K11',
    what: 'the backend is asked when the page is seen again',
    file: 'src/session/polling.ts',
    from: "    document.addEventListener('visibilitychange', back, options);",
    to: '',
    test: LINK_TEST,
    named: 'K11: asks the backend when the customer',
  },
  {
    fault: 'K12',
    what: 'no success without the backend',
    file: FLOW,
    from: "!this.#ground.services && outcome.status === 'SUCCESS'",
    to: "outcome.status === 'SUCCESS'",
    test: LINK_TEST,
    named: 'K12: takes a forged success for a hint only',
  },
  {
    fault: 'K12',
    what: 'the first word of Link is the one that counts',
    file: LAUNCH,
    from: `    const settle = (outcome: LinkOutcome) => {
      end();
      resolve(outcome);`,
    to: `    let last: LinkOutcome;
    const settle = (outcome: LinkOutcome) => {
      end();
      last = outcome;
      setTimeout(() => resolve(last));`,
    test: LINK_TEST,
    named: 'after it, and tells one end',
  },
  {
    fault: 'K12',
    what: 'one end for each flow',
    file: FLOW,
    from: 'if (this.#ended || this.#stop.signal.aborted) return;',
    to: 'if (this.#stop.signal.aborted) return;',
    test: LINK_TEST,
    named: 'K12: tells no second end when the wait for data fails',
  },
  {
    fault: 'K13',
    what: 'a status of its own is unknown',
    file: 'src/link/outcome.ts',
    from: "STATUSES.includes(status) ? (status as LinkStatus) : 'UNKNOWN'",
    to: 'status as LinkStatus',
    test: LINK_TEST,
    named: 'K13: asks the backend when Link says',
  },
  {
    fault: 'K13',
    what: 'nothing is thrown into the SDK',
    file: 'src/link/outcome.ts',
    from: `  try {
    return { ...value };
  } catch {
    return {}; // A getter of the SDK's threw: the outcome is unknown, and the backend is asked.
  }`,
    to: '  return { ...value };',
    test: LINK_TEST,
    named: 'K13: asks the backend when Link says',
  },
  {
    fault: 'K14',
    what: 'the document hears what the element cannot tell',
    file: 'src/controllers/connect-run.ts',
    from: 'const target = host.isConnected ? host : document;',
    to: 'const target = host;',
    test: LINK_TEST,
    named: 'K14: tells the document',
  },
  {
    fault: 'K14',
    what: 'a flow goes on without its element while Link is open',
    file: 'src/controllers/connect.ts',
    from: "if (this.#host.isConnected || this.status === 'open') return;",
    to: 'if (this.#host.isConnected) return;',
    test: LINK_TEST,
    named: 'K14: tells the document',
  },
  {
    fault: 'K15',
    what: 'the mount is made in the document',
    file: MOUNT,
    from: '  document.body.append(mount);',
    to: '',
    test: PAGE_TEST,
    named: 'K15: has Link in the document, once',
  },
  {
    fault: 'K15',
    what: 'a mount that is there is used',
    file: MOUNT,
    from: '  if (known !== null) return known;',
    to: '',
    test: PAGE_TEST,
    named: 'K15: has Link in the document, once',
  },
  {
    fault: 'K15',
    what: 'a second one is told to the developer',
    file: MOUNT,
    from: '.length > 1) {',
    to: '.length > 2) {',
    test: PAGE_TEST,
    named: 'K15: tells the developer, once',
  },
  {
    fault: 'K15',
    what: 'what is hidden is not shown',
    file: PRESENCE,
    from: 'return element.isConnected && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });',
    to: 'return element.isConnected;',
    test: PAGE_TEST,
    named: 'K15: does not take what lies in a hidden one',
  },
  {
    fault: 'K15',
    what: 'a mount that is taken away is noticed',
    file: PRESENCE,
    from: "return [...evidence].some(canShow) ? 'shown' : 'gone';",
    to: "return 'shown';",
    test: LINK_TEST,
    named: 'K15: asks the backend when the page takes the mount away',
  },
];
