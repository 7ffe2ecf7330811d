import type { SimulatorRegion } from './regions.js';

/** Settings of a simulator; all are optional. */
export interface LeanSimulatorOptions {
  /** Where all chance comes from: the same seed and clock give the same bytes. Default 1. */
  seed?: number | string;
  /** Which of Lean's countries it is. Default `ae`. */
  region?: SimulatorRegion;
  /** Tells epoch milliseconds. Default the machine's clock. */
  clock?: () => number;
  /** What customers meet who have no scenario of their own; `scenarios()` lists the names. Default `ready`. */
  scenario?: string;
  /** OAuth client (Lean's application id). Default `simulator`. */
  clientId?: string;
  /** Default `simulator`. */
  clientSecret?: string;
  /** What the SDK and v1 send. Default: the client id. */
  appToken?: string;
  /** Where webhooks go. Without it they are kept and not sent. */
  webhookUrl?: string;
  /** Signs webhooks. Default `simulator`. */
  webhookSecret?: string;
  /** How long a receiver may take to answer, in seconds. Default 10, as Lean's. */
  webhookTimeoutSeconds?: number;
  /** Where browsers reach the simulator, for logos and the Link double. Default: the origin of each request. */
  baseUrl?: string;
  /** Delivers webhooks. Default the global one. */
  fetch?: typeof fetch;
}
