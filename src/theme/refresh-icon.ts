/*! Icons: Lucide, https://lucide.dev, ISC License, Copyright (c) Lucide Icons and Contributors; parts MIT, Cole Bemis. */

import type { Icon } from './icons.js';

// A file of its own, since it is loaded with the button it stands on.

export const iconRefresh: Icon = {
  path: 'M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5',
};
