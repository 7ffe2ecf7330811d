/** The screens at an end: success, failure, an invalid config, and the list of consents. */
import type { ShownConsent } from '../protocol.js';
import { element } from './dom.js';
import { permissionNames } from './messages.js';
import type { Screen } from './overlay.js';
import { bankName, bankTile, heading, mark, primary } from './pieces.js';
import type { ScreenSetting } from './screens.js';

const ending = (test: string, ...children: readonly (Node | string | null)[]) =>
  element('div', { class: 'screen', test }, ...children);

export function successScreen({ messages }: ScreenSetting, title: string): Screen<void> {
  return {
    name: 'SUCCESS',
    build: (done) =>
      ending(
        'link-success',
        element(
          'div',
          { class: 'middle' },
          mark('done'),
          heading(title),
          element('p', {}, messages.successText),
        ),
        element('div', { class: 'actions' }, primary(messages.done, 'link-done', done)),
      ),
  };
}

export function failureScreen({ messages }: ScreenSetting, reason: string | null): Screen<void> {
  return {
    name: 'FAILURE',
    build: (done) =>
      ending(
        'link-failure',
        element(
          'div',
          { class: 'middle', role: 'alert' },
          mark('failed'),
          heading(messages.failureTitle),
          element('p', {}, messages.failureText),
          reason === null ? null : element('p', { class: 'quiet' }, element('bdi', {}, reason)),
        ),
        element('div', { class: 'actions' }, primary(messages.close, 'link-failure-close', done)),
      ),
  };
}

/** Only ever seen with `sandbox` on. */
export function configErrorScreen({ messages }: ScreenSetting, problems: readonly string[]): Screen<void> {
  return {
    name: 'CONFIG_ERROR',
    build: (done) =>
      ending(
        'link-config-error',
        heading(messages.configTitle),
        element('p', { class: 'quiet' }, messages.configText),
        element(
          'ul',
          { class: 'facts', dir: 'ltr', lang: 'en' },
          ...problems.map((problem) => element('li', {}, problem)),
        ),
        element('div', { class: 'actions' }, primary(messages.close, 'link-config-close', done)),
      ),
  };
}

/** Gives the entity to be disconnected, or null when the customer is done. */
export function consentsScreen(
  setting: ScreenSetting,
  consents: readonly ShownConsent[],
): Screen<string | null> {
  const { messages, language, origin } = setting;
  const names = permissionNames[language];
  return {
    name: 'CONSENTS',
    build: (done) =>
      ending(
        'link-consents',
        heading(messages.consentsTitle),
        consents.length === 0 ? element('p', { class: 'quiet' }, messages.consentsNone) : null,
        element(
          'ul',
          { class: 'facts' },
          ...consents.map(({ entity_id, bank, permissions }) =>
            element(
              'li',
              {},
              bank === null ? null : bankTile(bank, origin),
              element('bdi', {}, bank === null ? entity_id : bankName(bank, language)),
              element('p', { class: 'quiet' }, permissions.map((name) => names[name] ?? name).join(' · ')),
              element(
                'button',
                {
                  class: 'secondary',
                  type: 'button',
                  test: `link-revoke-${entity_id}`,
                  click: () => {
                    done(entity_id);
                  },
                },
                messages.revoke,
              ),
            ),
          ),
        ),
        element(
          'div',
          { class: 'actions' },
          primary(messages.done, 'link-done', () => {
            done(null);
          }),
        ),
      ),
  };
}
