import type { Defence } from './defence.js';

/** U: what people do. */
export const user: readonly Defence[] = [];
