/**
 * What whoever builds a page is told of each error code, beside what the code's own tables say of it
 * (`retryable` in src/domain/error-codes.ts, the customer's words in src/i18n). docs/errors.md is made of them.
 */
import type { ErrorCode } from '../src/domain/error.js';

/** Sentences in Markdown. */
export interface ErrorGuide {
  when: string;
  /** What the page's builder does about it. */
  action: string;
}

/** Headings of the page: each stands before the code it names, in the order of the closed list. */
export const ERROR_GROUPS: readonly { title: string; first: ErrorCode }[] = [
  { title: 'The page is set up wrongly', first: 'missing_proxy' },
  { title: 'Lean’s script in the browser', first: 'sdk_load_failed' },
  { title: 'How Link ended', first: 'link_failed' },
  { title: 'Between the page and its backend', first: 'offline' },
  { title: 'What Lean or the bank said', first: 'bank_failed' },
  { title: 'What should not happen', first: 'unexpected' },
];

const sessionField = (name: string): string =>
  `Send \`${name}\` in the answer of \`POST /link-session\` (or from \`getLinkSession\`).`;
const wait = 'Nothing. The element tries again by itself and keeps what it last showed.';

export const ERROR_GUIDES = {
  missing_proxy: {
    when: 'An element has no `proxy`, neither from a `lean-provider` around it nor from `configure()`, a second after it came on the page.',
    action: 'Set `proxy` to the base path of your backend.',
  },
  missing_app_token: {
    when: 'Link is to be opened and no `app_token` is there, or it is empty.',
    action: sessionField('app_token'),
  },
  missing_customer_id: {
    when: 'Link is to be opened and no `customer_id` is there, or it is empty.',
    action: sessionField('customer_id'),
  },
  missing_permissions: {
    when: 'Link is to be opened with no permission, or your backend and the button’s `permissions` have none in common.',
    action:
      'Name permissions in the link session or on the button. Where both do, only what stands in both is asked.',
  },
  missing_reconnect_id: {
    when: 'A bank asks for a reconnect and no answer of Lean names an id to reconnect with.',
    action:
      'See that your backend hands on `reconnect_id` (v1, refreshes) and `results_id` (v2) of `RECONNECT_REQUIRED` unchanged.',
  },
  invalid_type: {
    when: 'A field of Link’s configuration has a wrong type, such as `sandbox: "false"`, or a region other than `ae` and `sa`.',
    action: 'Mend the field that `message` names.',
  },
  invalid_date: {
    when: '`access_from` or `access_to` is no ISO 8601 date that exists, or they are the wrong way round.',
    action: 'Mend the date that `message` names.',
  },
  invalid_url: {
    when: '`proxy`, a redirect URL or `destination-avatar` is no http(s) address.',
    action: 'Mend the address that `message` names.',
  },
  invalid_color: {
    when: 'A colour of `customization` is none that the browser can resolve.',
    action: 'Use a CSS colour, or a variable that holds one.',
  },
  invalid_permission: {
    when: 'A permission is asked for that Lean does not have.',
    action: '`message` names the wrong one and lists all there are.',
  },
  insecure_proxy: {
    when: '`proxy` is reached by plain http, and not on this machine.',
    action: 'Serve your backend over https.',
  },
  token_has_bearer: {
    when: '`access_token` begins with `Bearer `. Lean’s script would refuse it without a word.',
    action: 'Send the bare token.',
  },
  token_malformed: {
    when: '`access_token` is no JSON Web Token.',
    action: 'Send the customer-scoped token that Lean’s OAuth gave, unchanged.',
  },
  token_without_expiry: {
    when: '`access_token` has no `exp` claim.',
    action: 'Send the customer-scoped token that Lean’s OAuth gave, unchanged.',
  },
  token_expires_soon: {
    when: '`access_token` has under ten minutes left, or the visitor’s clock is far off.',
    action: 'Mint a token at each `POST /link-session`; do not hand out one from a cache.',
  },
  get_headers_failed: {
    when: 'Your `getHeaders` threw, or gave what cannot be headers.',
    action: 'Let it resolve with the headers of the visitor’s session. What it threw is not in any event.',
  },
  get_link_session_failed: {
    when: 'Your `getLinkSession` rejected.',
    action: 'Let it resolve with a link session. What it threw is not in any event.',
  },
  sdk_url_refused: {
    when: 'The link session names an `sdk_url` that is neither Lean’s, nor of your own origin, nor, in the sandbox, on this machine.',
    action: 'Leave `sdk_url` out, or serve the script from one of these places.',
  },

  sdk_load_failed: {
    when: 'Lean’s server answered, but not with its script.',
    action: 'Nothing, unless it lasts: then ask Lean. The next click is a new try.',
  },
  sdk_timeout: {
    when: 'Lean’s script did not come within ten seconds.',
    action: 'Nothing. A script that comes later is used at the next click.',
  },
  sdk_blocked: {
    when: 'The browser, an extension or the network stopped Lean’s script before anything was sent.',
    action: 'Nothing. The customer is told what to allow.',
  },
  sdk_blocked_by_csp: {
    when: 'Your Content Security Policy does not let Lean’s script in.',
    action: '`message` and one line in the console hold the directive as it must read.',
  },
  sdk_integrity_failed: {
    when: 'The link session gives a hash (`sdk_integrity`), and the script at `sdk_url` has another.',
    action:
      'Lean has put another file there, or somebody else has. Look at it before you give its hash; a script under `latest` changes without notice and cannot have one.',
  },
  sdk_incompatible: {
    when: 'What Lean’s script put on the page lacks the method that is needed, or something else of that name is in its place.',
    action:
      'See that nothing on the page calls itself `Lean`, and that an old copy of the script is not embedded.',
  },
  sdk_threw: {
    when: 'Lean’s script threw when it was called.',
    action: '`message` holds what it said. If it lasts, ask Lean.',
  },
  sdk_silent: {
    when: 'Lean’s script was called and showed nothing for eight seconds.',
    action:
      'In production it says nothing about a wrong configuration. Check that the app token is of the same environment, and that your policy allows its frames (`frame-src`).',
  },
  tt_blocked: {
    when: 'The page enforces Trusted Types and does not allow our policy.',
    action: 'Add the policy that `message` names to `trusted-types`.',
  },

  link_failed: {
    when: 'Link called back with `ERROR`. The detail of `lean-connect-error` holds its secondary status.',
    action: 'Nothing. Your backend is asked once all the same, since the bank may be connected.',
  },
  link_session_timeout: {
    when: '`POST /link-session` (or `getLinkSession`) took more than ten seconds.',
    action: 'Make it answer sooner: it needs one token from Lean, and no bank.',
  },

  offline: {
    when: 'The browser says that it has no network.',
    action: 'Nothing. Reading goes on by itself when the network is back.',
  },
  network_failed: {
    when: 'A request got no answer, or it broke off.',
    action:
      'Nothing, unless it lasts. A backend on another origin must allow this one (CORS), with credentials where `credentials="include"`.',
  },
  timeout: {
    when: 'Your backend did not answer within a minute, or `getHeaders` within half of one.',
    action: 'Answer 202 with `PENDING` where a bank is slow; the reference backend does.',
  },
  redirected: {
    when: 'Your backend answered with a redirect, such as to a login page.',
    action: 'Answer 401 where the visitor is not signed in.',
  },
  bad_response: {
    when: 'The answer is no JSON, is empty, or is not built as Lean promises.',
    action:
      'Hand Lean’s body on unchanged, with `content-type: application/json`. `npx lean-elements check` finds the route.',
  },
  bad_request: {
    when: 'Your backend or Lean refused the call as wrong (HTTP 400 or 422).',
    action: '`cause` names the route and Lean’s status.',
  },
  session_expired: {
    when: 'Your backend answered 401 (or 419), and again with new headers from `getHeaders`.',
    action:
      'Listen to `lean-session-expired`; sign the visitor in again and call `detail.retry()`. All data is off the screen until then.',
  },
  forbidden: {
    when: 'Your backend or Lean answered 403 without a reason we know.',
    action: 'Check that the app may use this API in this environment; your backend’s log has Lean’s words.',
  },
  identity_off: {
    when: 'Your backend does not offer identity, which Lean bills for each call.',
    action: 'Switch it on (`identity: true` in the reference backend), or take `lean-identity` off the page.',
  },
  not_found: {
    when: 'What was asked for is not there, or not this customer’s (HTTP 404, 410).',
    action:
      'Where every call ends so, `proxy` is not the path of your backend. Else check ids that you set yourself: `entity-id`, `account-id`.',
  },
  conflict: {
    when: 'Something changed between two calls (HTTP 409).',
    action: 'Nothing. The next reading shows how it stands.',
  },
  rate_limited: {
    when: 'Your backend, Lean or a bank answered 429.',
    action: 'Nothing. `Retry-After` is obeyed; a wait of over ten seconds is told to the customer.',
  },
  not_supported: {
    when: 'Your backend has no such route (HTTP 501), as v1 has no refreshes.',
    action: 'Nothing. What needs it is not drawn.',
  },
  server_failed: {
    when: 'Your backend or Lean answered 5xx, also after three more tries.',
    action: 'Look into your backend’s log by the correlation id.',
  },
  chunk_missing: {
    when: 'A part of this package that is loaded when needed could not be.',
    action:
      '`message` names the address. Copy `dist/cdn/` whole, and keep old chunks for a while after an update.',
  },

  bank_failed: {
    when: 'Lean could not read the bank (`FAILED` with a bank’s or Lean’s own trouble, or without a reason).',
    action: wait,
  },
  bank_unavailable: {
    when: 'The bank is under maintenance, or switched off at Lean or for your app.',
    action: 'Nothing, or check in Lean’s dashboard that the bank is enabled.',
  },
  bank_session_in_use: {
    when: 'The customer is signed in to the bank elsewhere, and it allows one session.',
    action: 'Nothing. The customer is told.',
  },
  bank_needs_customer: {
    when: 'The bank has locked or limited the customer’s account.',
    action: 'Nothing. Only the bank can help, and the customer is told.',
  },
  bank_unsupported_data: {
    when: 'The bank does not offer this kind of data, or has none.',
    action: 'Nothing, or do not show the element for this bank.',
  },
  permission_missing: {
    when: 'The customer did not share this kind of data, or not for this time.',
    action: 'Ask for the permission when connecting, if you need it.',
  },
  consent_expired: {
    when: 'The consent is over: its time has passed, or it was taken back.',
    action: 'Nothing. The customer is offered to connect again. Set `consent.days` as long as you may.',
  },
  duplicated_request: {
    when: 'Lean is still working on the same call.',
    action: 'Nothing. It is asked again after a minute. Let only one call for the same data run at a time.',
  },
  unknown_status: {
    when: 'Lean sent a status that is in none of its documents.',
    action: '`cause.leanStatus` holds it: please report it.',
  },

  unexpected: {
    when: 'Something of ours, or of the page around it, threw what it should not.',
    action: 'Please report it with `message`.',
  },
} satisfies Record<ErrorCode, ErrorGuide>;
