export { base, texts } from './texts.js';
export { buttons, quietButtons } from './quiet-buttons.js';
export { controls } from './controls.js';
export type { Icon } from './icons.js';
export { notices } from './notices.js';
export type { Token } from './tokens.js';
