export { base } from './base.js';
export { controls } from './controls.js';
export { ICONS, MIRRORED, type IconName } from './icons.js';
export { notices } from './notices.js';
export { TOKENS, tokens, type Token } from './tokens.js';
