/**
 * The contract between the elements and a host's own backend (the proxy): what goes over the wire on
 * `/link-session`, `/entities`, `/banks`, `/refreshes`, and what a refusal of the backend's own looks like.
 * The browser decodes with these schemas, the reference backend answers with their types, and `openapi.json` is
 * generated from them, so the three cannot drift apart. Data routes answer Lean's own envelopes, which have
 * their own schemas beside this file.
 *
 * Unknown fields are always allowed: Lean adds fields without notice and hosts forward Lean's bodies unchanged.
 */
import * as v from 'valibot';

/** Sent with the value `1` on every request to a proxy; a cross-site form cannot send it. */
export const CONTRACT_HEADER = 'x-lean-elements';
/** A proxy answers this header when it can serve transaction pages of more than 100 rows. */
export const MAX_SIZE_HEADER = 'x-lean-elements-max-size';

const present = v.pipe(v.string(), v.minLength(1));

/** Decoration and hints: when one is of another type than promised it is left out, and the rest still counts. */
function hint<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.nullish(schema), undefined);
}

export const RegionSchema = v.picklist(['ae', 'sa']);

export const LinkMethodSchema = v.picklist(['connect', 'reconnect']);

/** Body of `POST /link-session`. `reconnect_id` is required when `method` is `reconnect`. */
export const LinkSessionRequestSchema = v.object({
  method: LinkMethodSchema,
  reconnect_id: v.optional(present),
});
export type LinkSessionRequest = v.InferOutput<typeof LinkSessionRequestSchema>;

/**
 * What Lean's Link SDK needs for one opening. `access_from` and `access_to` are ISO dates, `access_token` is a
 * raw customer token (no `Bearer `) with at least ten minutes left, `sandbox` a real boolean.
 */
export const LinkSessionSchema = v.object({
  app_token: present,
  customer_id: present,
  region: RegionSchema,
  sandbox: v.boolean(),
  access_token: v.nullish(v.string()),
  permissions: v.nullish(v.array(v.string())),
  sdk_url: v.nullish(v.string()),
  sdk_integrity: v.nullish(v.string()),
  success_redirect_url: v.nullish(v.string()),
  fail_redirect_url: v.nullish(v.string()),
  access_from: v.nullish(v.string()),
  access_to: v.nullish(v.string()),
  account_type: v.nullish(v.string()),
  bank_identifier: v.nullish(v.string()),
  show_consent_explanation: v.nullish(v.boolean()),
});
export type LinkSession = v.InferOutput<typeof LinkSessionSchema>;

/** How a bank is shown. `logo` is the light glyph, `logo_alt` the coloured one in Lean's samples. */
const bankLook = {
  name: hint(v.string()),
  arabic_name: hint(v.string()),
  logo: hint(v.string()),
  logo_alt: hint(v.string()),
  main_color: hint(v.string()),
  background_color: hint(v.string()),
};

/** The `bank` that a proxy may add to an entity. */
export const EntityBankSchema = v.object(bankLook);
export type EntityBank = v.InferOutput<typeof EntityBankSchema>;

/** One item of `GET /banks`, as Lean's `/banks/v1`. */
export const BankSchema = v.object({
  identifier: present,
  ...bankLook,
  commercial_name: hint(v.string()),
  commercial_name_arabic: hint(v.string()),
  country_code: hint(v.string()),
  swift_code: hint(v.string()),
  account_type: hint(v.string()),
  connection_type: hint(v.string()),
  active: hint(v.boolean()),
  mock: hint(v.boolean()),
  traits: hint(v.array(v.string())),
});
export type Bank = v.InferOutput<typeof BankSchema>;
export const BanksSchema = v.array(BankSchema);

/** One consent of an entity. Expiry is to be read from `expiration_date_time`: statuses lag behind it. */
export const ConsentSchema = v.object({
  id: hint(v.string()),
  bank_consent_id: hint(v.string()),
  consent_type: hint(v.string()),
  consent_status: hint(v.string()),
  standard_consent_status: hint(v.string()),
  creation_date_time: hint(v.string()),
  status_update_date_time: hint(v.string()),
  expiration_date_time: hint(v.string()),
  transaction_from_date_time: hint(v.string()),
  transaction_to_date_time: hint(v.string()),
  permissions: hint(v.union([v.array(v.string()), v.record(v.string(), v.boolean())])),
});
export type Consent = v.InferOutput<typeof ConsentSchema>;

/** Whether an entity's data can be read yet. */
export const DataStatusSchema = v.picklist(['PENDING', 'READY', 'FAILED']);
export type DataStatus = v.InferOutput<typeof DataStatusSchema>;

/** One item of `GET /entities`: Lean's entity, to which a proxy may add `bank` and `data_status`. */
export const EntitySchema = v.object({
  id: present,
  customer_id: hint(v.string()),
  bank_identifier: hint(v.string()),
  bank_type: hint(v.string()),
  status: hint(v.string()),
  created_at: hint(v.string()),
  updated_at: hint(v.string()),
  permissions: hint(v.union([v.record(v.string(), v.boolean()), v.array(v.string())])),
  consents: hint(v.array(ConsentSchema)),
  bank: hint(EntityBankSchema),
  data_status: hint(DataStatusSchema),
});
export type Entity = v.InferOutput<typeof EntitySchema>;
export const EntitiesSchema = v.array(EntitySchema);

/** Body of `POST /refreshes`. */
export const RefreshRequestSchema = v.object({ entity_id: present });
export type RefreshRequest = v.InferOutput<typeof RefreshRequestSchema>;

/**
 * Answer of `POST /refreshes` and `GET /refreshes/{refresh_id}`. `status` is Lean's: `OK` or `PENDING`, later
 * `FINISHED`, or `RECONNECT_REQUIRED` with a `reconnect_id`.
 */
export const RefreshSchema = v.object({
  status: present,
  refresh_id: hint(v.string()),
  entity_id: hint(v.string()),
  reconnect_id: hint(v.string()),
  message: hint(v.string()),
  timestamp: hint(v.string()),
});
export type Refresh = v.InferOutput<typeof RefreshSchema>;

/** A refusal of the backend's own, RFC 9457. `code` is snake_case and stable; `retry_after` is in seconds. */
export const ProblemSchema = v.object({
  type: hint(v.string()),
  title: hint(v.string()),
  status: hint(v.number()),
  detail: hint(v.string()),
  instance: hint(v.string()),
  code: hint(v.string()),
  correlation_id: hint(v.string()),
  retry_after: hint(v.number()),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
