import type { Defence } from './defence.js';

/** Z: clocks, sleep and what was valid a moment ago. */
export const time: readonly Defence[] = [];
