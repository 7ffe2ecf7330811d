import * as v from 'valibot';
import { BanksSchema, EntitiesSchema, type Entity } from '../../wire/contract.js';
import { EnvelopeSchema, PageBlockSchema } from '../../wire/envelope.js';
import { decodeRefusal } from '../../wire/error-body.js';
import { text } from '../../wire/fields.js';
import { judge, unseen, type Finding } from './finding.js';
import { told, type Probe, type Seen } from './probe.js';

const PAGE_SIZE = '5';

const ListSchema = v.object({
  accounts: v.optional(v.array(v.looseObject({ account_id: v.string() }))),
  transactions: v.optional(v.array(v.looseObject({ booking_date_time: text, timestamp: text }))),
  page: v.optional(v.nullable(PageBlockSchema)),
});

/** The customer's banks and what is in them, through the first bank and its first account. */
export async function checkData(probe: Probe): Promise<Finding[]> {
  const banks = await probe.ask({ route: 'GET /banks' });
  const list = await probe.ask({ route: 'GET /entities' });
  const entities = v.safeParse(EntitiesSchema, list.json);
  const findings = [
    judge(
      {
        route: 'GET /banks',
        promise: 'answers an array of banks, each with an identifier',
        mend: 'Forward the array of Lean’s /banks/v1.',
      },
      banks.status === 200 && v.is(BanksSchema, banks.json),
      told(banks),
    ),
    judge(
      {
        route: 'GET /entities',
        promise: 'answers an array of entities, each with an id',
        mend: 'Forward the array of Lean’s /customers/v1/{customer_id}/entities; it is empty while no bank is connected.',
      },
      list.status === 200 && entities.success,
      told(list),
    ),
  ];
  const entity = entities.success ? entities.output[0] : undefined;
  return [...findings, ...(await checkEntity(probe, entity))];
}

async function checkEntity(probe: Probe, entity: Entity | undefined): Promise<Finding[]> {
  const routes = [
    'GET /accounts',
    'GET /accounts/{account_id}/balances',
    'GET /accounts/{account_id}/transactions',
  ];
  const promise = 'answers Lean’s envelope';
  if (entity === undefined) {
    return routes.map((route) =>
      unseen({ route, promise }, 'the customer of this session has no bank connected'),
    );
  }
  const query = { entity_id: entity.id };
  const accounts = await probe.ask({ route: 'GET /accounts', query });
  const accountId = contentOf(accounts)?.accounts?.[0]?.account_id;
  const findings = [judgeEnvelope(accounts)];
  if (accountId === undefined) {
    const why = 'the first bank answered no account';
    return [...findings, ...routes.slice(1).map((route) => unseen({ route, promise }, why))];
  }
  const ids = { account_id: accountId };
  const balances = await probe.ask({ route: 'GET /accounts/{account_id}/balances', ids, query });
  const transactions = await probe.ask({
    route: 'GET /accounts/{account_id}/transactions',
    ids,
    query: { ...query, page: '0', size: PAGE_SIZE },
  });
  const month = monthBack();
  const dated = await probe.ask({
    route: 'GET /accounts/{account_id}/transactions',
    ids,
    query: { ...query, ...month, page: '0', size: '100' },
  });
  return [
    ...findings,
    judgeEnvelope(balances),
    judgeEnvelope(transactions),
    judgePage(transactions),
    judgeDates(dated, month),
  ];
}

const DAY_MS = 86_400_000;
const dayText = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Ten days of a month ago: something happened then at most banks, and nothing of it changes any more. */
function monthBack(): { start_date: string; end_date: string } {
  const now = Date.now();
  return { start_date: dayText(now - 40 * DAY_MS), end_date: dayText(now - 30 * DAY_MS) };
}

/** A day of leave on both sides: a bank's day is not the day of UTC. */
function judgeDates(seen: Seen, asked: { start_date: string; end_date: string }): Finding {
  const promised = {
    route: seen.route,
    promise: 'keeps to the dates that were asked for',
    mend: 'Hand start_date and end_date on to Lean as they came.',
  };
  const rows = contentOf(seen)?.transactions ?? [];
  const days = rows.flatMap((row) => (row.booking_date_time ?? row.timestamp)?.slice(0, 10) ?? []);
  if (days.length === 0) return unseen(promised, 'there is no transaction of a month ago');
  const from = dayText(Date.parse(asked.start_date) - DAY_MS);
  const to = dayText(Date.parse(asked.end_date) + DAY_MS);
  const outside = days.filter((day) => day < from || day > to).length;
  return judge(promised, outside === 0, `${outside} of ${days.length} rows lie outside`);
}

/** Lean's envelope with a status, or a refusal that says what it is. */
function judgeEnvelope(seen: Seen): Finding {
  const envelope = v.safeParse(EnvelopeSchema, seen.json);
  const hasStatus = envelope.success && envelope.output.status !== null;
  const refusal = decodeRefusal(seen.json);
  const isRefusal = seen.status >= 400 && (refusal.leanStatus !== null || refusal.problemCode !== null);
  return judge(
    {
      route: seen.route,
      promise: 'answers Lean’s envelope',
      mend: 'Forward Lean’s JSON body unchanged, with its HTTP status; a failure is Lean’s error body or a problem document with a code.',
    },
    ((seen.status === 200 || seen.status === 202) && hasStatus) || isRefusal,
    told(seen),
  );
}

function judgePage(seen: Seen): Finding {
  const promised = {
    route: seen.route,
    promise: 'keeps to the page size that was asked for, or answers everything without a page block',
    mend: 'Hand page and size on to Lean, and its data.page back.',
  };
  const content = contentOf(seen);
  if (!content?.transactions) return unseen(promised, 'no transactions were answered');
  const isWhole = !content.page;
  const rows = content.transactions.length;
  return judge(promised, isWhole || rows <= Number(PAGE_SIZE), `${rows} rows for size=${PAGE_SIZE}`);
}

function contentOf({ json }: Seen): v.InferOutput<typeof ListSchema> | null {
  const envelope = v.safeParse(EnvelopeSchema, json);
  const content = envelope.success ? (envelope.output.payload ?? envelope.output.data) : undefined;
  const parsed = v.safeParse(ListSchema, content);
  return parsed.success ? parsed.output : null;
}
