/** Notes what the page's policy blocks of Lean while Link opens (fault K18): a reason for silence. */

/** To be stopped when Link has ended. */
export interface FrameWatch {
  /** A sentence for the error's message, or nothing. */
  hint(): string;
  stop(): void;
}

/** The directives Lean's SDK needs beside its script (facts §2.8). */
const NEEDED = ['frame-src', 'child-src', 'connect-src', 'default-src'];

export function watchFrames(): FrameWatch {
  const blocked = new Set<string>();
  const note = (event: SecurityPolicyViolationEvent) => {
    const { effectiveDirective, blockedURI, disposition } = event;
    if (disposition !== 'enforce' || !NEEDED.includes(effectiveDirective) || !URL.canParse(blockedURI))
      return;
    const { origin, hostname } = new URL(blockedURI);
    if (hostname === 'leantech.me' || hostname.endsWith('.leantech.me'))
      blocked.add(`${effectiveDirective} ${origin}`);
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    hint: () =>
      blocked.size === 0 ? '' : ` The page's Content-Security-Policy lacks: ${[...blocked].join('; ')}.`,
    stop() {
      document.removeEventListener('securitypolicyviolation', note);
    },
  };
}
