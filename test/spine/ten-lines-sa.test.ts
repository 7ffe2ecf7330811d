import { describeTenLines } from '../support/ten-lines.js';

describeTenLines('sa');
