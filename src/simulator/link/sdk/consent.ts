/** What is shared, with whom and until when: the screen on which the customer agrees. */
import type { ShownBank } from '../protocol.js';
import { element } from './dom.js';
import { permissionNames } from './messages.js';
import type { Screen } from './overlay.js';
import { bankName, heading, primary } from './pieces.js';
import { screen } from './screens.js';
import type { ScreenSetting } from './screens.js';

/** Gives true when the customer allows what the page asked for. */
export function consentScreen(setting: ScreenSetting, bank: ShownBank): Screen<boolean> {
  const { messages, language, config } = setting;
  const pair = (term: string, value: string) =>
    element('li', { class: 'pair' }, element('span', { class: 'quiet' }, term), element('bdi', {}, value));
  const day = (iso: string | undefined, otherwise: string) =>
    iso === undefined
      ? otherwise
      : new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en-GB', {
          dateStyle: 'long',
          timeZone: 'UTC',
        }).format(new Date(iso));
  return {
    name: 'CONSENT',
    build: (done) =>
      screen(
        'link-consent',
        heading(messages.consentTitle(config.destination_alias ?? messages.thisApp)),
        element('p', {}, messages.consentIntro(bankName(bank, language))),
        element(
          'ul',
          { class: 'facts', test: 'link-permissions' },
          ...(config.permissions ?? []).map((name) =>
            element('li', {}, permissionNames[language][name] ?? name),
          ),
        ),
        element(
          'ul',
          { class: 'facts' },
          config.account_type === undefined
            ? null
            : pair(messages.accountType, messages[config.account_type]),
          pair(messages.from, day(config.access_from, messages.aYearAgo)),
          pair(messages.until, day(config.access_to, messages.aDay)),
        ),
        element(
          'div',
          { class: 'actions' },
          primary(messages.allow, 'link-consent-accept', () => {
            done(true);
          }),
          element(
            'button',
            {
              class: 'secondary',
              type: 'button',
              test: 'link-consent-decline',
              click: () => {
                done(false);
              },
            },
            messages.decline,
          ),
        ),
      ),
  };
}
