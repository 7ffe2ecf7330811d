/** `/customers/v1`: the application's customers and their entities (facts §3.2, §3.11). */
import type { Context } from 'hono';
import type { GovernmentIdentifier } from '../customers.js';
import type { Customer } from '../customers.js';
import { dayOf, DAY_MS } from '../ledger/calendar.js';
import { pageItem, pageOf, readListPage, Refused } from '../parameters.js';
import type { World } from '../world.js';
import { bodyOf, pathOf, queryOf, type Routes } from './app.js';

const ok = (body: unknown) => ({ httpStatus: 200, body });

function isGovernmentIdentifier(value: unknown): value is GovernmentIdentifier {
  if (typeof value !== 'object' || value === null) return false;
  const { type, value: number } = value as Record<string, unknown>;
  return (type === 'EMIRATES_ID' || type === 'TRADE_LICENSE_NUMBER') && typeof number === 'string';
}

export function addCustomerRoutes(routes: Routes, world: World): void {
  const { answers, customers, entities } = world;

  function governmentIdentifiers(raw: unknown): GovernmentIdentifier[] | undefined {
    if (raw === undefined || raw === null) return undefined;
    if (Array.isArray(raw) && raw.every(isGovernmentIdentifier)) return raw;
    throw new Refused(answers.invalid('government_identifiers', JSON.stringify(raw)));
  }

  function customerOf(context: Context): Customer {
    const customer = customers.byId(pathOf(context, 'customer_id'));
    if (!customer) throw new Refused(answers.error('UNKNOWN_CUSTOMER'));
    return customer;
  }

  function entityOf(context: Context) {
    const entity = entities.byId(pathOf(context, 'entity_id'));
    if (entity?.customerId !== customerOf(context).customer_id)
      throw new Refused(answers.error('UNKNOWN_ENTITY'));
    return entity;
  }

  routes.add('POST', '/customers/v1', async (context) => {
    const body = await bodyOf(context, world);
    const appUserId = body.required('app_user_id');
    if (appUserId.length > 255) return answers.invalid('app_user_id', appUserId);
    const customer = customers.create(appUserId, governmentIdentifiers(body.raw['government_identifiers']));
    return customer ? ok(customer) : answers.error('CUSTOMER_ALREADY_EXISTS');
  });

  routes.add('GET', '/customers/v1', (context) => {
    const page = readListPage(queryOf(context, world));
    const all = customers.list();
    return ok({ data: pageOf(all, page), page: pageItem(page.page, page.size, all.length) });
  });

  routes.add('GET', '/customers/v1/app-user-id/:app_user_id', (context) => {
    const customer = customers.byAppUserId(pathOf(context, 'app_user_id'));
    return customer ? ok(customer) : answers.error('UNKNOWN_CUSTOMER');
  });

  routes.add('GET', '/customers/v1/entities', (context) => {
    const query = queryOf(context, world);
    const page = readListPage(query);
    const today = dayOf(world.clock.now(), 0);
    query.required('start_date');
    query.required('end_date');
    const from = query.day('start_date', today) ?? today;
    const to = query.day('end_date', today) ?? today;
    const within = entities
      .all()
      .filter(({ createdAt }) => createdAt >= from * DAY_MS && createdAt < (to + 1) * DAY_MS);
    const items = pageOf(within, page).map((entity) => ({
      ...world.entityItem(entity),
      status: entity.status,
      updated_at: entity.updatedText,
    }));
    return ok({ data: items, page: pageItem(page.page, page.size, within.length) });
  });

  routes.add('GET', '/customers/v1/:customer_id', (context) => ok(customerOf(context)));

  routes.add('PUT', '/customers/v1/:customer_id', async (context) => {
    const customer = customerOf(context);
    const { raw } = await bodyOf(context, world);
    const given = governmentIdentifiers(raw['government_identifiers']);
    if (!given) return answers.missing('government_identifiers');
    customer.government_identifiers = given;
    return ok(customer);
  });

  routes.add('GET', '/customers/v1/:customer_id/entities', (context) =>
    ok(entities.ofCustomer(customerOf(context).customer_id).map((entity) => world.entityItem(entity))),
  );

  routes.add('GET', '/customers/v1/:customer_id/entities/:entity_id', (context) =>
    ok(world.entityItem(entityOf(context))),
  );

  // The reason comes in the body (Emirates) or the query (Saudi Arabia); both are accepted and neither is checked.
  routes.add('DELETE', '/customers/v1/:customer_id/entities/:entity_id', (context) => {
    world.lifecycle.remove(entityOf(context));
    return { httpStatus: 200, body: null };
  });
}
