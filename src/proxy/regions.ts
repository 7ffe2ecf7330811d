import type { Region } from '../domain/region.js';

export type Environment = 'sandbox' | 'production';
export type ApiVersion = 'v1' | 'v2';

interface Hosts {
  api: string;
  auth: string;
}

/** Lean's hosts, from its Postman collections and its API reference. */
const HOSTS: Record<Region, Record<Environment, Hosts>> = {
  ae: {
    sandbox: { api: 'https://sandbox.leantech.me', auth: 'https://auth.sandbox.leantech.me' },
    production: { api: 'https://api2.leantech.me', auth: 'https://auth.leantech.me' },
  },
  sa: {
    sandbox: { api: 'https://sandbox.sa.leantech.me', auth: 'https://auth.sandbox.sa.leantech.me' },
    production: { api: 'https://api2.sa.leantech.me', auth: 'https://auth.sa.leantech.me' },
  },
};

/** v1 in production is served on its own host, behind mutual TLS. */
const V1_PRODUCTION: Record<Region, string> = {
  ae: 'https://api.leantech.me',
  sa: 'https://api.sa.leantech.me',
};

/** Where Lean is, for one region, environment and API generation. */
export function leanHosts(region: Region, environment: Environment, apiVersion: ApiVersion): Hosts {
  const hosts = HOSTS[region][environment];
  if (apiVersion === 'v1' && environment === 'production') return { ...hosts, api: V1_PRODUCTION[region] };
  return hosts;
}

/** Hours ahead of UTC; neither country has daylight saving. */
const UTC_OFFSET_HOURS: Record<Region, number> = { ae: 4, sa: 3 };

/** The calendar date in a region, `days` from the given instant (milliseconds), as `YYYY-MM-DD`. */
export function regionDate(region: Region, now: number, days: number): string {
  return new Date(now + UTC_OFFSET_HOURS[region] * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
