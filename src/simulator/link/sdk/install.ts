/** Puts the double on the page, as Lean's script would: one global with one function per method. */
import type { LinkBehaviour } from '../behaviours.js';
import type { LinkScriptOptions, StartAnswer } from '../protocol.js';
import { CallFailed, createLinkApi } from './api.js';
import { configProblems } from './config.js';
import type { SdkConfig, SdkMethod } from './config.js';
import { assertColours, themeOf } from './customization.js';
import { captureRedirectFlow, connectFlow, consentsFlow, reconnectFlow } from './flow.js';
import type { FlowContext } from './flow.js';
import { sdkMessages } from './messages.js';
import { ClosedByCustomer, createOverlay } from './overlay.js';
import type { Overlay } from './overlay.js';
import { createReporter } from './report.js';
import type { CallbackData, Reporter } from './report.js';
import { configErrorScreen, failureScreen } from './results.js';

/** `window.__leanSimulator`: what a page may ask of the double. All is optional. */
export interface LinkPageOptions {
  behaviour?: LinkBehaviour;
  /** How long "one moment" stays up at least, in milliseconds (450). */
  paceMs?: number;
  /** Called instead of leaving for the bank's page. */
  navigate?: (url: string) => void;
}

const METHODS: readonly SdkMethod[] = ['connect', 'reconnect', 'manageConsents', 'captureRedirect'];

function pageOptions(): LinkPageOptions {
  return (window as Window & { __leanSimulator?: LinkPageOptions }).__leanSimulator ?? {};
}

/** Sets `window.Lean` (loader, v1) or `window.LeanV2` (v2). */
export function install(script: LinkScriptOptions): void {
  let isOpen = false;
  const methods = script.generation === 'v1' ? [...METHODS, 'link' as const] : METHODS;
  const call = (method: SdkMethod) => (config: unknown) => {
    const behaviour = pageOptions().behaviour ?? script.behaviour;
    if (behaviour === 'throws') throw new Error('The Link simulator was told to throw');
    if (behaviour === 'silent' || isOpen) return;
    const parent = mountPoint(script);
    if (parent === null) return;
    const problems = configProblems(method, config, script.region);
    const checked = (typeof config === 'object' && config !== null ? config : {}) as SdkConfig;
    if (problems.length > 0 && !checked.sandbox) return;
    if (problems.length === 0) assertColours(checked.customization ?? {});
    isOpen = true;
    void open(script, method, checked, problems, parent, behaviour).finally(() => {
      isOpen = false;
    });
  };
  const sdk = Object.freeze(Object.fromEntries(methods.map((method) => [method, call(method)])));
  Object.defineProperty(window, script.generation === 'v2' ? 'LeanV2' : 'Lean', {
    value: sdk,
    configurable: true,
    writable: true,
    enumerable: true,
  });
}

/** The bundles find their element by id and do nothing without it; the loader brings its own. */
function mountPoint({ generation }: LinkScriptOptions): Element | null {
  return generation === 'loader' ? document.body : document.getElementById('lean-link');
}

async function open(
  script: LinkScriptOptions,
  method: SdkMethod,
  config: SdkConfig,
  problems: readonly string[],
  parent: Element,
  asked: LinkBehaviour | undefined,
): Promise<void> {
  const language = config.language === 'ar' ? 'ar' : 'en';
  const setting = { messages: sdkMessages[language], language, config, origin: script.origin } as const;
  const api = createLinkApi(script.origin, config);
  const theme = themeOf(config.customization ?? {});
  const createLayer = () => createOverlay({ parent, language, messages: setting.messages, theme });

  if (problems.length > 0) {
    const layer = createLayer();
    await layer.show(configErrorScreen(setting, problems)).catch(ignoreClose);
    layer.remove();
    return;
  }

  let start: StartAnswer | CallFailed;
  try {
    start = await api.post<StartAnswer>('start', { method, reconnect_id: config.reconnect_id });
  } catch (thrown) {
    if (!(thrown instanceof CallFailed)) throw thrown;
    start = thrown;
  }
  const behaviour = asked ?? (start instanceof CallFailed ? 'faithful' : start.behaviour);
  if (behaviour === 'silent') return;

  const report = createReporter(config.callback, behaviour, script.generation === 'v1' ? method : null);
  const overlay = createLayer();
  const pace = () => new Promise((resolve) => setTimeout(resolve, pageOptions().paceMs ?? 450));
  const context: FlowContext = {
    overlay,
    api,
    setting,
    region: script.region,
    paced: async (work) => (await Promise.all([work, pace()]))[0],
    leave: (bank, url) => leave(report, bank.identifier, url),
  };

  let outcome: CallbackData;
  try {
    if (start instanceof CallFailed) throw start;
    outcome =
      behaviour === 'closes-programmatically'
        ? await overlay.wait(pace()).then(() => ({ status: 'LINK_CLOSED_PROGRAMMATICALLY' as const }))
        : await run(method, context, start);
  } catch (thrown) {
    outcome = await outcomeOf(thrown, overlay, setting);
  }
  overlay.remove();
  if (outcome.status !== 'REDIRECT') report(outcome);
}

function run(method: SdkMethod, context: FlowContext, start: StartAnswer): Promise<CallbackData> {
  switch (method) {
    case 'reconnect':
      if (start.bank === null) throw new CallFailed(404);
      return reconnectFlow(context, start.bank);
    case 'manageConsents':
      return consentsFlow(context);
    case 'captureRedirect':
      return captureRedirectFlow(context);
    default:
      return connectFlow(context);
  }
}

/** The callback is told before the page goes; with `navigate` set the page stays and Link closes. */
function leave(report: Reporter, bankIdentifier: string, url: string): Promise<CallbackData> {
  const data: CallbackData = {
    status: 'REDIRECT',
    message: 'Customer is redirected to the bank',
    bank: { bank_identifier: bankIdentifier, is_supported: true },
    open_banking_redirect_url: url,
  };
  report(data);
  const { navigate } = pageOptions();
  if (navigate !== undefined) {
    navigate(url);
    return Promise.resolve(data);
  }
  location.assign(url);
  return new Promise(() => undefined); // The page is going; nothing follows.
}

async function outcomeOf(
  thrown: unknown,
  overlay: Overlay,
  setting: FlowContext['setting'],
): Promise<CallbackData> {
  if (thrown instanceof ClosedByCustomer) {
    return {
      status: 'CANCELLED',
      message: 'Customer closed Link before the end',
      exit_point: thrown.screen,
      user_exit_intent: 'CLOSED',
      exit_intent_point: thrown.screen,
      exit_survey_reason: 'NOT_ASKED',
    };
  }
  if (!(thrown instanceof CallFailed)) throw thrown;
  await overlay.show(failureScreen(setting, null)).catch(ignoreClose);
  return {
    status: 'ERROR',
    message: 'Link could not reach Lean',
    exit_point: 'FAILURE',
    secondary_status: 'FAILED',
    last_api_response: String(thrown.status),
  };
}

function ignoreClose(thrown: unknown): void {
  if (!(thrown instanceof ClosedByCustomer)) throw thrown;
}
