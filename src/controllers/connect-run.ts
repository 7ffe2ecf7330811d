/** What a flow needs from the first click on; `connect.ts` brings it. */
import { asLeanError, LeanError } from '../domain/error.js';
import type { ConnectReport, LinkAttributes } from '../domain/link.js';
import { emit } from '../events/index.js';
import {
  ConnectFlow,
  LINK_METHODS,
  type ConnectEventKind,
  type ConnectRequest,
  type ConnectState,
} from '../session/connect.js';
import type { ConnectHost, ConnectTarget } from './connect-target.js';
import { loadServices } from './load-services.js';
import type { ControllerHost, SettingsController } from './settings.js';

export { connectWords } from '../i18n/connect-life.js';
export { isBack, restorePlace, takeReturn, warmSdk } from '../session/connect.js';

/** A flow as an element's settings and attributes describe it; its events are fired from the element. */
export async function createFlow(
  target: ConnectTarget,
  host: ControllerHost,
  controller: SettingsController,
  more: ConnectHost,
  onState: (state: ConnectState) => void,
): Promise<ConnectFlow> {
  assertTarget(target);
  const { settings } = controller;
  const attributes = { ...NO_LINK_ATTRIBUTES, ...(await more.attributes()) };
  const isBackendless =
    settings.proxy === null &&
    (attributes.appToken !== null || attributes.customerId !== null || settings.getLinkSession !== null);
  const services = isBackendless ? null : await loadServices(controller);
  const request: ConnectRequest = {
    method: target.method,
    reconnectId: target.reconnectId ?? null,
    entityId: target.entityId ?? null,
    attributes: { ...attributes, region: attributes.region ?? settings.region },
    language: more.language().toLowerCase().startsWith('ar') ? 'ar' : 'en',
    host,
  };
  const ground = { services, getLinkSession: settings.getLinkSession };
  const onEvent = (kind: ConnectEventKind, report: ConnectReport, error: LeanError | null): void => {
    tell(host, kind, report, error);
  };
  return new ConnectFlow(request, ground, { onState, onEvent });
}

/** What a page may write into `open()`; refused before anybody is asked. */
function assertTarget({
  method,
  reconnectId,
  entityId,
}: Partial<Record<keyof ConnectTarget, unknown>>): void {
  if (!Object.hasOwn(LINK_METHODS, method as string)) {
    throw new LeanError('invalid_type', `open() knows the methods ${Object.keys(LINK_METHODS).join(', ')}.`);
  }
  if ([reconnectId, entityId].some((id) => (id ?? null) !== null && typeof id !== 'string')) {
    throw new LeanError('invalid_type', 'open() takes reconnectId and entityId as text.');
  }
}

function tell(
  host: HTMLElement,
  kind: ConnectEventKind,
  report: ConnectReport,
  error: LeanError | null,
): void {
  // An element that has left the page is heard by nobody; the page itself still wants to know.
  const target = host.isConnected ? host : document;
  if (kind === 'error') {
    emit(target, 'lean-connect-error', { ...report, error: asLeanError(error).toDetail() });
  } else {
    emit(target, `lean-connect-${kind}`, report);
  }
}

/** What an element says that says nothing. */
const NO_LINK_ATTRIBUTES: LinkAttributes = {
  permissions: null,
  bankIdentifier: null,
  accountType: null,
  accessFrom: null,
  accessTo: null,
  successRedirectUrl: null,
  failRedirectUrl: null,
  showConsentExplanation: null,
  destinationAlias: null,
  destinationAvatar: null,
  endUserId: null,
  customerMetadata: null,
  customization: null,
  appToken: null,
  customerId: null,
  region: null,
  environment: null,
};
