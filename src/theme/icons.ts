/*! Icons: Lucide, https://lucide.dev, ISC License, Copyright (c) Lucide Icons and Contributors; parts MIT, Cole Bemis. */

/** An outline on a grid of 24, to be stroked. */
export interface Icon {
  path: string;
  /** It shows a direction of reading, and so turns round in right-to-left text. */
  mirrors?: true;
}

// Each is a constant of its own, so that a page loads only those it draws. The names are Lucide's; its circles,
// lines and rectangles are written as paths here.

export const iconCircleAlert: Icon = {
  path: 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M12 8L12 12M12 16L12.01 16',
};
export const iconCheck: Icon = { path: 'M20 6 9 17l-5-5' };
export const iconCopy: Icon = {
  path: 'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2',
};
