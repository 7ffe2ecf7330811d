import { createLeanProxy } from 'lean-elements/proxy';
import { findUser } from './session.js';

/** Lean's side of your server, on any storage. */
export const createProxy = (storage) =>
  createLeanProxy({
    lean: {
      region: 'ae',
      environment: 'sandbox',
      apiVersion: 'v2',
      clientId: process.env.LEAN_CLIENT_ID,
      clientSecret: process.env.LEAN_CLIENT_SECRET,
      appToken: process.env.LEAN_APP_TOKEN,
      webhookSecrets: [process.env.LEAN_WEBHOOK_SECRET],
      baseUrl: process.env.LEAN_BASE_URL, // The simulator's address; leave it out for Lean.
    },
    getUser: findUser,
    storage,
    permissions: ['accounts', 'balance', 'transactions'],
    consent: { days: 90, historyDays: 365 },
  });
