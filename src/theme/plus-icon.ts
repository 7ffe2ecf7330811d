/*! Icons: Lucide, https://lucide.dev, ISC License, Copyright (c) Lucide Icons and Contributors; parts MIT, Cole Bemis. */

import type { Icon } from './icons.js';

// A file of its own, since it is all that a page with the button alone draws at first.

export const iconPlus: Icon = { path: 'M5 12h14M12 5v14' };
