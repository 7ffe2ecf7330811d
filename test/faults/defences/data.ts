import type { Defence } from './defence.js';

/** D: what the data itself lacks. */
export const data: readonly Defence[] = [];
