import type { Defence } from './defence.js';

/** V: what Lean and the backend answer. */
export const upstream: readonly Defence[] = [];
