/** The `<script>` tag: our own, or one the host has already put there. */
import { LeanError } from '../domain/error.js';
import { pageState } from './page-state.js';
import type { ScriptUrlPolicy } from './page-state.js';
import { isAllowedSource, pageUrl, regionOfSdkUrl } from './sources.js';

/** How a tag ended. */
export type TagEnd = 'loaded' | 'failed';

const MARK = 'data-lean-elements-sdk';

/** The host's own tag for a script, or for another generation of it for the same country. */
export function findHostTag(url: string): HTMLScriptElement | null {
  const region = regionOfSdkUrl(url);
  const isSame = (src: string) => src === url || (region !== null && regionOfSdkUrl(src) === region);
  return [...document.scripts].find((tag) => isSame(tag.src) && !tag.hasAttribute(MARK)) ?? null;
}

/**
 * True when the browser has finished with a URL: a tag that failed earlier never says so again (fault E1), but
 * leaves an entry in the resource timing. Where that is full, only waiting tells.
 */
export function isFinished(url: string): boolean {
  const entries = performance.getEntriesByName(url, 'resource') as PerformanceResourceTiming[];
  return entries.some(({ initiatorType }) => initiatorType === 'script');
}

/** How a tag ends; never settles for one that has ended before. */
export function whenEnded(tag: HTMLScriptElement): Promise<TagEnd> {
  return new Promise((resolve) => {
    tag.addEventListener(
      'load',
      () => {
        resolve('loaded');
      },
      { once: true },
    );
    tag.addEventListener(
      'error',
      () => {
        resolve('failed');
      },
      { once: true },
    );
  });
}

/**
 * Adds a fresh tag, and takes away our own earlier one.
 * @throws LeanError `tt_blocked` when the page's Trusted Types let us make no script
 */
export function addTag(url: string, nonce: string | undefined, integrity: string | null): HTMLScriptElement {
  for (const old of document.querySelectorAll(`script[${MARK}]`)) {
    if (pageState().deadTags.has(old)) old.remove();
  }
  const tag = document.createElement('script');
  tag.async = true;
  tag.setAttribute(MARK, '');
  const handedOn = nonce ?? document.querySelector<HTMLElement>('script[nonce]')?.nonce;
  if (handedOn) tag.nonce = handedOn;
  if (integrity !== null) {
    tag.integrity = integrity;
    tag.crossOrigin = 'anonymous'; // Without it a browser refuses every hashed script of another origin.
  }
  try {
    tag.src = trusted(url);
  } catch (thrown) {
    throw new LeanError(
      'tt_blocked',
      "The page's Trusted Types refuse Lean's script: add the policy name lean-elements to the trusted-types directive.",
      { thrown },
    );
  }
  return tag;
}

/** A URL as the page's Trusted Types want it. The DOM types know only text here. */
function trusted(url: string): string {
  const policy = scriptPolicy();
  return policy === null ? url : (policy.createScriptURL(url) as string);
}

/** One policy per page, which lets through only what `sdk_url` may name: whoever finds it gains nothing. */
function scriptPolicy(): ScriptUrlPolicy | null {
  const state = pageState();
  if (state.policy !== undefined) return state.policy;
  const { trustedTypes } = window as Window & {
    trustedTypes?: { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy };
  };
  try {
    state.policy = trustedTypes?.createPolicy('lean-elements', { createScriptURL: onlyAllowed }) ?? null;
  } catch {
    state.policy = null; // The name is not allowed here; where that matters, setting `src` says so.
  }
  return state.policy;
}

function onlyAllowed(url: string): string {
  if (!isAllowedSource(new URL(url), pageUrl(), true))
    throw new TypeError('lean-elements loads no such script');
  return url;
}
