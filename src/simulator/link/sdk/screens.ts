/** The screens a customer walks through on the way to a connected bank. */
import type { ShownBank } from '../protocol.js';
import type { SdkConfig } from './config.js';
import { element, form } from './dom.js';
import type { SdkMessages } from './messages.js';
import type { Screen } from './overlay.js';
import { bankName, bankTile, heading, primary } from './pieces.js';

/** What every screen is made with. */
export interface ScreenSetting {
  messages: SdkMessages;
  language: 'en' | 'ar';
  config: SdkConfig;
  /** Origin whose images may be shown. */
  origin: string;
}

/** One screen's content. */
export const screen = (test: string, ...children: readonly (Node | string | null)[]) =>
  element('div', { class: 'screen', test }, ...children);

/** Gives the chosen bank, or null when it is not listed. */
export function bankListScreen(
  setting: ScreenSetting,
  banks: readonly ShownBank[],
): Screen<ShownBank | null> {
  const { messages, language, origin } = setting;
  return {
    name: 'BANK_LIST',
    build(done) {
      const none = element(
        'p',
        { class: 'quiet', role: 'status', hidden: banks.length > 0 },
        messages.bankNone,
      );
      const rows = banks.map((bank) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              class: 'bank',
              type: 'button',
              test: `link-bank-${bank.identifier}`,
              click: () => {
                done(bank);
              },
            },
            bankTile(bank, origin),
            element('span', { class: 'name' }, element('bdi', {}, bankName(bank, language))),
          ),
        ),
      );
      const filter = (event: Event) => {
        const wanted = (event.target as HTMLInputElement).value.trim().toLocaleLowerCase();
        rows.forEach((row, index) => {
          const bank = banks[index];
          row.hidden = !`${bank?.name ?? ''} ${bank?.arabic_name ?? ''}`.toLocaleLowerCase().includes(wanted);
        });
        none.hidden = rows.some((row) => !row.hidden);
      };
      return screen(
        'link-banks',
        heading(messages.bankListTitle),
        element('input', {
          type: 'search',
          'aria-label': messages.bankSearch,
          placeholder: messages.bankSearch,
          'data-first': true,
          test: 'link-bank-search',
          input: filter,
        }),
        element('ul', { test: 'link-bank-list' }, ...rows),
        none,
        element(
          'button',
          {
            class: 'link',
            type: 'button',
            test: 'link-bank-not-listed',
            click: () => {
              done(null);
            },
          },
          messages.bankNotListed,
        ),
      );
    },
  };
}

/** Lean's own words before consent (facts §2.3 `show_consent_explanation`). */
export function explanationScreen({ messages, config }: ScreenSetting): Screen<void> {
  return {
    name: 'CONSENT_EXPLANATION',
    build: (done) =>
      screen(
        'link-explanation',
        heading(messages.explanationTitle),
        element('p', {}, messages.explanationText(config.destination_alias ?? messages.thisApp)),
        element('div', { class: 'actions' }, primary(messages.continue, 'link-explanation-continue', done)),
      ),
  };
}

/** Gives the username and password as typed. */
export function loginScreen(
  { messages, language, origin }: ScreenSetting,
  bank: ShownBank,
  hasFailed: boolean,
): Screen<Record<string, string>> {
  return {
    name: 'LOGIN',
    build: (done) =>
      screen(
        'link-login',
        bankTile(bank, origin),
        heading(messages.loginTitle(bankName(bank, language))),
        element('p', { class: 'quiet' }, messages.loginHint),
        form(
          done,
          element(
            'label',
            {},
            messages.username,
            element('input', {
              name: 'username',
              autocomplete: 'off',
              'data-first': true,
              test: 'link-username',
            }),
          ),
          element(
            'label',
            {},
            messages.password,
            element('input', {
              name: 'password',
              type: 'password',
              autocomplete: 'off',
              test: 'link-password',
            }),
          ),
          element(
            'p',
            { class: 'error', role: 'alert', test: 'link-login-error' },
            hasFailed ? messages.loginFailed : '',
          ),
          primary(messages.continue, 'link-login-submit'),
        ),
      ),
  };
}

/** Gives the typed code. */
export function otpScreen({ messages }: ScreenSetting, hasFailed: boolean): Screen<string> {
  return {
    name: 'OTP',
    build: (done) =>
      screen(
        'link-otp-screen',
        heading(messages.otpTitle),
        element('p', { class: 'quiet' }, messages.otpHint),
        form(
          (fields) => {
            done(fields['code'] ?? '');
          },
          element(
            'label',
            {},
            messages.otp,
            element('input', {
              name: 'code',
              class: 'code',
              inputmode: 'numeric',
              autocomplete: 'one-time-code',
              maxlength: '8',
              'data-first': true,
              test: 'link-otp',
            }),
          ),
          element(
            'p',
            { class: 'error', role: 'alert', test: 'link-otp-error' },
            hasFailed ? messages.otpFailed : '',
          ),
          primary(messages.continue, 'link-otp-submit'),
        ),
      ),
  };
}
