import { css } from 'lit';
import { poolStyles } from '../list/pool.styles.js';
import { rowStyles } from './row.styles.js';
import { toolsStyles } from './tools.styles.js';

/** All that a list with rows adds to the styles of its element. */
export const statementStyles = css`
  ${poolStyles}${toolsStyles}${rowStyles}
`;
