/** `/data/v2/refreshes`: reading the bank anew, and how that goes (facts §3.10). */
import type { Answer } from '../answers.js';
import { isConsentOver, type Entity } from '../entities.js';
import { pageItem, pageOf, readPage } from '../parameters.js';
import type { World } from '../world.js';
import { bodyOf, pathOf, queryOf, type Routes } from './app.js';
import { callKey, entityOf, throughNetwork } from './data-calls.js';

const ok = (body: unknown): Answer => ({ httpStatus: 200, body });

export function addRefreshRoutes(routes: Routes, world: World): void {
  const { answers, refreshes, results, identifiers, clock } = world;

  function trigger(entity: Entity): Answer {
    if (isConsentOver(entity, clock.now())) return answers.error('CONSENT_EXPIRED');
    if (entity.isSessionOver) {
      const { id } = results.promise({
        entity,
        callKey: `${entity.id}|refresh`,
        readyAt: null,
        produce: (resultsId) => ok({ refresh_id: resultsId, status: 'OK' }),
      });
      return ok({
        reconnect_id: id,
        refresh_id: id,
        status: 'RECONNECT_REQUIRED',
        message: 'User input is required to reconnect with the bank.',
        timestamp: identifiers.timestamp(),
        metadata: null,
      });
    }
    if (refreshes.pendingOf(entity)) {
      return answers.error('DUPLICATED_REQUEST', { message: 'Data refresh is already pending.' });
    }
    return ok({
      refresh_id: world.lifecycle.refresh(entity),
      status: 'OK',
      message: 'Data refresh triggered successfully',
      timestamp: identifiers.timestamp(),
    });
  }

  routes.add('POST', '/data/v2/refreshes', async (context) => {
    const entity = entityOf(await bodyOf(context, world), world);
    const refused = world.gate.refusalOf(entity, callKey(context, {}));
    return throughNetwork(context, world, entity, refused ?? trigger(entity));
  });

  routes.add('GET', '/data/v2/refreshes', (context) => {
    const query = queryOf(context, world);
    const page = readPage(query);
    const entity = entityOf(query, world);
    const all = refreshes.ofEntity(entity);
    const answer = ok({
      content: pageOf(all, page).map((refresh) => refreshes.item(refresh)),
      page: pageItem(page.page, page.size, all.length),
    });
    return throughNetwork(context, world, entity, answer);
  });

  routes.add('GET', '/data/v2/refreshes/:refresh_id', (context) => {
    const query = queryOf(context, world);
    const named = query.optional('entity_id');
    if (named !== null) entityOf(query, world);
    const refresh = refreshes.byId(pathOf(context, 'refresh_id'));
    const isOthers = named !== null && refresh?.entity.id !== named;
    if (refresh?.entity.status !== 'ACTIVE' || isOthers) {
      return answers.error('UNKNOWN_REFRESH_ID', { withResultsId: true });
    }
    return throughNetwork(context, world, refresh.entity, ok(refreshes.detail(refresh)));
  });
}
