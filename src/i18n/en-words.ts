import { enConnect } from './en-connect.js';
import { enData } from './en-data.js';

/** What the elements that show data say in English from their first picture on. */
export const enWords = { ...enConnect, ...enData, common: { ...enConnect.common, ...enData.common } };

/** Every word the elements say; the texts of errors may be on their way. */
export type Messages = typeof enWords;
