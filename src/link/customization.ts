/** Lean's `customization` as the page gave it, made fit for the SDK. */
import { LeanError } from '../domain/error.js';
import { resolveBackground, resolveColor } from './colors.js';

const COLORS = [
  'theme_color',
  'theme_color_dark',
  'button_text_color',
  'button_text_color_dark',
  'link_color',
  'overlay_color',
];
const BACKGROUNDS = ['dialog_background_color_light', 'dialog_background_color_dark'];
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  dialog_mode: ['contained', 'uncontained'],
  force_appearance: ['light', 'dark'],
};

/**
 * The same fields with every colour resolved at `host`; fields we do not know are handed on.
 * @throws LeanError `invalid_color`, `invalid_type`
 */
export function resolveCustomization(
  customization: Readonly<Record<string, unknown>>,
  host: HTMLElement,
): Record<string, unknown> {
  const given = Object.entries(customization).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, resolveField(name, value, host)]));
}

function resolveField(name: string, value: unknown, host: HTMLElement): unknown {
  if (COLORS.includes(name) || BACKGROUNDS.includes(name)) {
    const resolve = COLORS.includes(name) ? resolveColor : resolveBackground;
    const color = typeof value === 'string' ? resolve(value, host) : null;
    if (color !== null) return color;
    throw new LeanError('invalid_color', `customization.${name} is no CSS colour that can be resolved here.`);
  }
  const choices = CHOICES[name];
  if (choices !== undefined && !choices.includes(value as string)) {
    throw new LeanError('invalid_type', `customization.${name} must be one of: ${choices.join(', ')}.`);
  }
  if (name === 'button_border_radius' && !isRadius(value)) {
    throw new LeanError('invalid_type', `customization.${name} must be a number of pixels or "pill".`);
  }
  return value;
}

function isRadius(value: unknown): boolean {
  if (value === 'pill') return true;
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return false;
  return Number(value) >= 0 && Number.isFinite(Number(value));
}
