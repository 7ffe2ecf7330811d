/** What the connect button shows and needs once it is about to be pressed. */
import { adoptStyles, css, html, nothing, type TemplateResult } from 'lit';
import type { ConnectProgress, ConnectStatus, LinkAttributes } from '../../domain/link.js';
import { connectWords } from '../../i18n/connect-life.js';
import type { Count } from '../../i18n/count.js';
import { errorText } from '../../i18n/error-text.js';
import type { ConnectMessages } from '../../i18n/index.js';
import { formatsOf } from '../../i18n/formats.js';
import { notices, quietButtons, texts, type Icon } from '../../theme/index.js';
import { iconCheck, iconCircleAlert } from '../../theme/icons.js';
import { CopyController } from '../shared/copy.js';
import { iconView } from '../shared/icon.view.js';
import { referenceView } from '../shared/reference.view.js';
import type { ConnectView } from './connect.view.js';
import type { LeanConnectButton } from './lean-connect-button.js';

/** The part of the button that its first picture does without. */
export interface ConnectLife {
  status: (view: ConnectView) => TemplateResult;
  buttonText: (status: ConnectStatus, messages: ConnectMessages) => string;
}

const ICONS: Partial<Record<ConnectStatus, Icon>> = {
  connected: iconCheck,
  failed: iconCircleAlert,
  blocked: iconCircleAlert,
  offline: iconCircleAlert,
  unsupported: iconCircleAlert,
};

/** Made once for a button, whose root takes the styles up. */
export function createLife(host: LeanConnectButton): ConnectLife {
  const copier = new CopyController(host);
  const { elementStyles } = host.constructor as typeof LeanConnectButton;
  adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...texts, quietButtons, notices, own]);
  return {
    buttonText(status, messages) {
      const { label, step } = connectWords(messages).connect.statuses[status];
      return step || label;
    },
    status(view) {
      const { status, error, isBusy, messages } = view;
      const { label } = connectWords(messages).connect.statuses[status];
      const icon = ICONS[status];
      // While something is on its way, the button itself says what.
      const title = error ? errorText(messages.errors, error.code).title : label;
      return html`
        ${icon ? iconView(icon) : nothing}
        <div>
          ${isBusy ? nothing : html`<p class="title" .textContent=${title}></p>`}
          <p class="muted small" .textContent=${meaning(view)}></p>
          ${error ? referenceView(error, messages, copier) : nothing}
        </div>
      `;
    },
  };
}

function meaning(view: ConnectView): string {
  const { status, error, isStillWorking, progress, messages } = view;
  // What is offline here is only connecting; the error speaks of what a page already shows.
  if (error && status !== 'offline') return errorText(messages.errors, error.code).text;
  const { connect } = connectWords(messages);
  const text = isStillWorking ? connect.stillWorking : connect.statuses[status].text;
  return [text, progress && progressText(progress, view)].filter(Boolean).join(' ');
}

/** What is known, in numbers; nothing where no number says more than the words. */
function progressText({ accounts, banks, banksReady }: ConnectProgress, view: ConnectView): string {
  const { connect } = connectWords(view.messages);
  const formats = formatsOf(view.lang, view.numerals);
  const count = (value: number): Count => formats.count(value);
  return [
    banks > 1 ? connect.banksHere(count(banksReady), count(banks)) : '',
    accounts ? connect.accountsHere(count(accounts)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What the page says of a link on the button. */
export function linkAttributes(button: LeanConnectButton): LinkAttributes {
  const { permissions } = button;
  return {
    permissions: permissions === null ? null : permissions.split(/[\s,]+/).filter((word) => word !== ''),
    bankIdentifier: button.bankIdentifier,
    accountType: button.accountType,
    accessFrom: button.accessFrom,
    accessTo: button.accessTo,
    successRedirectUrl: button.successRedirectUrl,
    failRedirectUrl: button.failRedirectUrl,
    showConsentExplanation: button.showConsentExplanation || null,
    destinationAlias: button.destinationAlias,
    destinationAvatar: button.destinationAvatar,
    endUserId: button.endUserId,
    customerMetadata: button.customerMetadata,
    customization: button.customization,
    appToken: button.appToken,
    customerId: button.customerId,
    region: button.region,
    environment: button.environment,
  };
}

const own = css`
  .status .icon {
    margin-block-start: 0.15em;
  }

  :host(:is([status='failed'], [status='blocked'], [status='unsupported'])) .status > .icon {
    color: var(--_color-failure);
  }

  :host([status='connected']) .status > .icon {
    color: var(--_color-credit);
  }

  .title {
    font-weight: var(--_font-weight-strong);
  }

  .button.secondary {
    border: 1px solid var(--_color-border);
    background: none;
    color: inherit;
  }
`;
