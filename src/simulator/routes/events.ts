/** `GET /events/v1`: the webhooks of the last 90 days, newest first (facts §5). */
import { DAY_MS } from '../ledger/calendar.js';
import { pageItem, pageOf, readPage, Refused, type Parameters } from '../parameters.js';
import type { World } from '../world.js';
import { queryOf, type Routes } from './app.js';

const KEPT_MS = 90 * DAY_MS;

export function addEventRoutes(routes: Routes, world: World): void {
  function momentOf(query: Parameters, field: string, otherwise: number): number {
    const given = query.optional(field);
    if (given === null) return otherwise;
    const moment = Date.parse(given);
    if (Number.isNaN(moment)) throw new Refused(world.answers.invalid(field, given));
    return moment;
  }

  routes.add('GET', '/events/v1', (context) => {
    const query = queryOf(context, world);
    const page = readPage(query);
    const now = world.clock.now();
    const from = Math.max(momentOf(query, 'from', 0), now - KEPT_MS);
    const to = momentOf(query, 'to', now);
    const type = query.optional('type');
    const found = world.webhooks
      .events()
      .filter(({ event, at }) => at >= from && at <= to && (type === null || event.type === type))
      .map(({ event }) => event);
    return {
      httpStatus: 200,
      body: { data: pageOf(found, page), page: pageItem(page.page, page.size, found.length) },
    };
  });
}
