import { createContext } from '@lit/context';
import type { LinkSession } from '../client/index.js';
import type { LinkMethod } from '../domain/link.js';
import type { Region } from '../domain/region.js';
import { isTimeZone } from '../domain/time-zone.js';
import { tellUnknown } from './tell-unknown.js';

/** Headers of the host's own session, asked for again after a 401. */
export type GetHeaders = () => HeadersInit | Promise<HeadersInit>;

/** Replaces the proxy's `POST /link-session`. */
export type GetLinkSession = (request: {
  method: LinkMethod;
  reconnectId: string | null;
}) => Promise<LinkSession>;

/** Everything a `lean-provider`, or the page through `configure`, can set. */
export interface Settings {
  /** Base URL of the host's backend, absolute or relative to the page. */
  proxy: string | null;
  region: Region | null;
  /** An IANA zone in which days are read; null means the region's or the bank's. */
  timeZone: string | null;
  numerals: 'latn' | 'arab';
  /** How currencies are written beside amounts: code, sign (where the page can draw it) or name. */
  currencyDisplay: 'code' | 'symbol' | 'name';
  credentials: 'same-origin' | 'include';
  debug: boolean;
  getHeaders: GetHeaders | null;
  getLinkSession: GetLinkSession | null;
}

/** What one level (provider or page) has set; a missing or null field is left to the level above. */
export type PartialSettings = { [Name in keyof Settings]?: Settings[Name] | null };

/** What can be read of what a page wrote: one of some words, the default first, or what is of a type. */
const READABLE = {
  proxy: 'string',
  region: [null, 'ae', 'sa'],
  timeZone: 'string',
  numerals: ['latn', 'arab'],
  currencyDisplay: ['code', 'symbol', 'name'],
  credentials: ['same-origin', 'include'],
  debug: [false, true],
  getHeaders: 'function',
  getLinkSession: 'function',
} as const satisfies { [Name in keyof Settings]: readonly [Settings[Name], ...Settings[Name][]] | string };

const WANTED = Object.entries<string | readonly unknown[]>(READABLE);

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(READABLE) as readonly (keyof Settings)[];

function isReadable(name: string, value: unknown): boolean {
  const [, wanted = []] = WANTED.find(([known]) => known === name) ?? [];
  if (typeof wanted !== 'string') return wanted.includes(value);
  return typeof value === wanted && (name !== 'timeZone' || isTimeZone(value as string));
}

/** The settings of one level (`where`) as far as they can be read; the rest is told, and left to the level above. */
export function readSettings(where: Element | string, given: object | null): PartialSettings {
  if (given === null || typeof given !== 'object') tellUnknown(where, 'settings', given);
  const entries = Object.entries<unknown>({ ...given });
  const read = entries.filter(([name, value]) => {
    const isRead = isReadable(name, value) || ((value ?? '') === '' && name in READABLE);
    if (!isRead) tellUnknown(where, name, value);
    return isRead;
  });
  return Object.fromEntries(read.map(([name, value]) => [name, value === '' ? null : value]));
}

/** Where settings come from: a provider, or the document. Events about its session start here. */
export interface SettingsOwner extends EventTarget {
  getHeaders?: GetHeaders | null;
}

/** Tells whether a provider brings headers of its own, which may be another customer's than the page's. */
export function isHeaderGiver({ getHeaders }: SettingsOwner): boolean {
  return typeof getHeaders === 'function';
}

/** What a provider hands down: its fields and itself. */
export interface ProvidedSettings {
  settings: PartialSettings;
  owner: SettingsOwner;
}

/** The key is a registered symbol, so that two copies of this package on one page understand each other. */
export const settingsContext = createContext<ProvidedSettings>(Symbol.for('lean-elements.settings.v1'));

/** Lays levels over one another, the nearest first. */
export function mergeSettings(...levels: PartialSettings[]): Settings {
  const merged = Object.fromEntries(
    WANTED.map(([name, wanted]) => [name, typeof wanted === 'string' ? null : wanted[0]]),
  ) as unknown as Settings;
  for (const [name, value] of levels.reverse().flatMap((level) => Object.entries<unknown>(level))) {
    if (value !== null && value !== undefined) Object.assign(merged, { [name]: value });
  }
  return merged;
}
