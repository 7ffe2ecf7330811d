/** Why a script did not come: told apart as far as a page can tell (faults K1, K2, K16, K17). */
import { LeanError } from '../domain/error.js';
import { warnOnce } from './page-state.js';
import { isLoopbackHost } from '../domain/loopback.js';

/** Watches for the page's own policy blocking a script. */
export interface PolicyWatch {
  /** The directive that would let the script in, once the policy has blocked it. */
  readonly remedy: string | null;
  stop(): void;
}

/** Begins to watch; to be called before the tag is added. */
export function watchPolicy(url: string): PolicyWatch {
  let remedy: string | null = null;
  const { origin, pathname } = new URL(url);
  const blocked = [origin, origin + pathname];
  const note = (event: SecurityPolicyViolationEvent) => {
    if (event.disposition !== 'enforce' || !event.effectiveDirective.startsWith('script-src')) return;
    if (!blocked.includes(event.blockedURI.split(/[?#]/)[0] ?? '')) return;
    remedy = remedyFor(event.originalPolicy, origin);
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    get remedy() {
      return remedy;
    },
    stop() {
      document.removeEventListener('securitypolicyviolation', note);
    },
  };
}

/** The directive that governs scripts in a policy, with one source more. */
function remedyFor(policy: string, origin: string): string {
  const directives = policy.split(';').map((text) => text.trim().split(/\s+/));
  for (const name of ['script-src-elem', 'script-src', 'default-src']) {
    const found = directives.find(([first]) => first?.toLowerCase() === name);
    if (found === undefined) continue;
    const sources = found.slice(1).filter((source) => source !== "'none'");
    return [name === 'default-src' ? 'script-src' : name, ...sources, origin].join(' ');
  }
  return `script-src ${origin}`;
}

/** The error for a script whose tag has failed. */
export async function loadFailure(
  url: string,
  watch: PolicyWatch,
  integrity: string | null = null,
): Promise<LeanError> {
  const { origin, hostname } = new URL(url);
  // The violation is reported in a task of its own, which may come after the tag's error.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (watch.remedy !== null) {
    const advice = `The page's Content-Security-Policy blocks Lean's script. It needs: ${watch.remedy}`;
    warnOnce(advice);
    return new LeanError('sdk_blocked_by_csp', advice);
  }
  if (!navigator.onLine)
    return new LeanError('offline', "Lean's script could not be loaded: the browser is offline.");
  if (integrity !== null && (await isServed(url))) {
    return new LeanError('sdk_integrity_failed', `The script at ${url} is not the one whose hash was given.`);
  }
  if (hasStatus(url) || (await answers(url))) {
    return new LeanError('sdk_load_failed', `${origin} answered, but not with Lean's script.`);
  }
  // An extension blocks by rule, a server that is down answers nothing at all. For Lean's CDN, a whole-domain rule is
  // far more likely than an outage; on this machine it is the other way round.
  if (isLoopbackHost(hostname) && !(await answers(`${origin}/`))) {
    return new LeanError('sdk_load_failed', `${origin} does not answer.`);
  }
  return new LeanError(
    'sdk_blocked',
    "Lean's script was blocked by the browser, an extension or the network.",
  );
}

/** True when the browser tells that the server has answered; it does so for scripts of the page's own origin. */
function hasStatus(url: string): boolean {
  const entries = performance.getEntriesByName(url, 'resource') as PerformanceResourceTiming[];
  return (entries.at(-1)?.responseStatus ?? 0) > 0;
}

/** True when the script itself can be read: then only its hash can have kept it out. */
async function isServed(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { mode: 'cors', credentials: 'omit' })).ok;
  } catch {
    return false; // Not readable from here: the other reasons remain.
  }
}

/** True when anything at all comes back, whatever its status. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', credentials: 'omit' });
    return true;
  } catch {
    return false; // That nothing came back is the answer.
  }
}
