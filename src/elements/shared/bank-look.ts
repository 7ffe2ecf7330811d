import type { Bank } from '../../domain/bank.js';
import { isLoopbackHost } from '../../domain/loopback.js';
import type { Messages } from '../../i18n/index.js';
import { oneLine } from './text.js';

/** Lean's own hosts; a logo from elsewhere could tell a stranger who looks at which bank. */
const LOGO_HOST = /(?:^|\.)leantech\.me$/;

/** The bank's name in the language spoken. */
export function bankName(bank: Bank | null, lang: string, messages: Messages): string {
  const arabic = lang.toLowerCase().startsWith('ar') ? oneLine(bank?.arabicName) : '';
  return arabic || oneLine(bank?.name) || messages.banks.unnamed;
}

/** The logo's address when it may be shown: Lean's hosts over https, the page's origin, and between loopback origins. */
export function logoUrl(logo: string | null | undefined): string | null {
  if (!logo || !URL.canParse(logo, document.baseURI)) return null;
  const url = new URL(logo, document.baseURI);
  const isLeans = url.protocol === 'https:' && LOGO_HOST.test(url.hostname);
  const isLocal = isLoopbackHost(url.hostname) && isLoopbackHost(location.hostname);
  return isLeans || isLocal || url.origin === location.origin ? url.href : null;
}

/** A bank's colour, only in the one form that cannot carry anything else. */
export function bankColor(color: string | null | undefined): string | null {
  return color && /^#[\da-f]{6}$/i.test(color) ? color : null;
}

/** Words that most banks share say nothing about which one it is. */
const COMMON = /^(?:the|bank|of|بنك|مصرف|البنك|المصرف)$/i;

/** One or two letters for a bank without a logo. Arabic letters would join up, so Arabic names give one. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !COMMON.test(word));
  const [first = '', second = ''] = telling.length > 0 ? telling : words;
  if (/^\p{Script=Arabic}/u.test(first)) return firstLetter(first.replace(/^ال/, ''));
  return (firstLetter(first) + firstLetter(second)).toUpperCase();
}

function firstLetter(word: string): string {
  return /^./su.exec(word)?.[0] ?? '';
}
