import { css } from 'lit';
import { property } from '../shared/property.js';
import type { LeanError } from '../../domain/error.js';
import { emit } from '../../events/index.js';
import { LateElement, type LatePart } from '../shared/late-element.js';

/**
 * Who the customer's banks say they are, masked until they ask to see it. A bank is asked once for each page, when
 * the element is first in sight, since the host may be charged for it; `refresh()` asks only those that have not
 * answered yet. It needs the permission `identity` and, in the reference backend, `identity: true`.
 *
 * @tag lean-identity
 * @fires {CustomEvent<LeanIdentityLoadDetail>} lean-identity-load - A bank's persons are on screen, masked; once for each bank.
 * @fires {CustomEvent<LeanErrorDetail>} lean-identity-error - No bank could be read.
 * @fires {CustomEvent<LeanReconnectRequiredDetail>} lean-reconnect-required - A bank asks for the customer; cancelable, the page then draws its own notice.
 * @fires {CustomEvent<LeanConnectStartDetail>} lean-connect-start - A notice's button is about to open Link; cancelable.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-success - The backend confirmed the bank of a notice.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-cancel - The customer closed Link.
 * @fires {CustomEvent<LeanConnectErrorDetail>} lean-connect-error - It did not work; `detail.error.code` says why.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-redirect - The page is about to give way to the bank's.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-ready - The bank's data can be read again.
 * @slot header - Above the banks.
 * @slot footer - Below the banks.
 * @slot empty - Instead of our words when no bank is connected.
 * @slot error - Instead of our notice when nothing could be read.
 * @csspart base - Everything.
 * @csspart bank - One bank's card.
 * @csspart bank-header - Its logo and name.
 * @csspart logo - The logo, or initials.
 * @csspart bank-name - The bank's name.
 * @csspart person - One person.
 * @csspart person-name - The person's name, masked or whole.
 * @csspart role - What the person is to the account.
 * @csspart reveal-button - Shows and hides a person's details.
 * @csspart fields - The list of details.
 * @csspart value - One detail, masked or whole.
 * @csspart notice - What is to be said about a bank, or an error.
 * @csspart notice-button - The button in a notice.
 * @csspart reference - The reference below an error.
 * @csspart skeleton - The shape of what is on its way.
 * @csspart empty - The words when no bank is connected.
 * @csspart error - The card around the notice when nothing could be read.
 */
export class LeanIdentity extends LateElement {
  static override readonly styles = [
    ...LateElement.styles,
    css`
      :host {
        --_usual-height: 16.1em;
        --_usual-height-narrow: 28em;
      }
    `,
  ];

  /** Shows this bank alone. */
  @property() entityId: string | null = null;

  protected override load(): Promise<LatePart<this>> {
    return import('./identity-body.js');
  }

  protected override failed(error: LeanError): void {
    emit(this, 'lean-identity-error', error.toDetail());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lean-identity': LeanIdentity;
  }
}
