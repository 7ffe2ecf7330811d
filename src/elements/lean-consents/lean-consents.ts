import { css } from 'lit';
import { property } from '../shared/property.js';
import { LateElement, type LatePart } from '../shared/late-element.js';

/**
 * The customer's connected banks: what is shared with the page, since and until when. A consent can be renewed, and
 * ended after a question.
 *
 * @tag lean-consents
 * @fires {CustomEvent<LeanDisconnectDetail>} lean-disconnect-start - The customer confirmed; cancelable, the bank then stays.
 * @fires {CustomEvent<LeanDisconnectDetail>} lean-disconnect-success - The bank is disconnected and gone from the page.
 * @fires {CustomEvent<LeanErrorDetail>} lean-disconnect-error - It is still connected; `detail.code` says why.
 * @fires {CustomEvent<LeanReconnectRequiredDetail>} lean-reconnect-required - A bank asks for the customer; cancelable, the page then draws its own notice.
 * @fires {CustomEvent<LeanConnectStartDetail>} lean-connect-start - A bank's button is about to open Link; cancelable.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-success - The backend confirmed the bank.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-cancel - The customer closed Link.
 * @fires {CustomEvent<LeanConnectErrorDetail>} lean-connect-error - It did not work; `detail.error.code` says why.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-redirect - The page is about to give way to the bank's.
 * @fires {CustomEvent<LeanConnectOutcomeDetail>} lean-connect-ready - The bank's data can be read again.
 * @slot header - Above the banks.
 * @slot footer - Below the banks.
 * @slot empty - Instead of our words when no bank is connected.
 * @slot error - Instead of our notice when the banks could not be read.
 * @csspart base - Everything.
 * @csspart bank - One bank's card.
 * @csspart bank-header - Its logo, name and status.
 * @csspart logo - The logo, or initials.
 * @csspart bank-name - The bank's name.
 * @csspart bank-status - The chip that says how the consent stands, or how long it runs.
 * @csspart dates - From and until when.
 * @csspart permissions - The list of what is shared.
 * @csspart actions - What can be done about the consent.
 * @csspart renew-button - Opens Link to agree anew.
 * @csspart disconnect-button - Asks whether to end the consent.
 * @csspart question - That question.
 * @csspart notice - What is to be said about a bank, or an error.
 * @csspart notice-button - The button in a notice.
 * @csspart reference - The reference below an error.
 * @csspart done - The card that says which bank is disconnected.
 * @csspart skeleton - The shape of what is on its way.
 * @csspart empty - The words when no bank is connected.
 * @csspart error - The card around the notice when nothing could be read.
 * @csspart stale - The card that says why what is shown may be old.
 */
export class LeanConsents extends LateElement {
  static override readonly styles = [
    ...LateElement.styles,
    css`
      :host {
        --_usual-height: 16em;
        --_usual-height-narrow: 29em;
      }
    `,
  ];

  /** Shows this bank alone. */
  @property() entityId: string | null = null;

  protected override load(): Promise<LatePart<this>> {
    return import('./consents-body.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lean-consents': LeanConsents;
  }
}
