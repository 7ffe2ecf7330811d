/** What a provider needs of the session. */
export {
  readSettings,
  SETTING_NAMES,
  settingsContext,
  type GetHeaders,
  type GetLinkSession,
  type ProvidedSettings,
} from '../session/settings.js';
