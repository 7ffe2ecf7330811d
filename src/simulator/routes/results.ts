/** `GET …/results/{results_id}`: answers that were promised (seed, facts §3.1, §3.9). */
import type { Context } from 'hono';
import type { Answer } from '../answers.js';
import { createV1Envelopes, createV2Envelopes } from '../envelopes.js';
import { isConsentOver } from '../entities.js';
import type { World } from '../world.js';
import { pathOf, type Routes } from './app.js';
import { throughNetwork } from './data-calls.js';

export function addResultRoutes(routes: Routes, world: World): void {
  const { answers, results, clock } = world;
  const generations = {
    v1: createV1Envelopes(world.identifiers),
    v2: createV2Envelopes(world.identifiers),
  };

  function add(path: string, generation: 'v1' | 'v2'): void {
    routes.add('GET', `${path}/:results_id`, (context: Context) => {
      const resultsId = pathOf(context, 'results_id');
      const result = results.byId(resultsId);
      const unknown = () => answers.error('UNKNOWN_RESULTS_ID', { withResultsId: true });
      if (result?.entity.status !== 'ACTIVE') return unknown();
      const envelopes = generations[generation];
      const answer = (): Answer => {
        if (!result.isReady) {
          // v2 does not know a result before it is there; the old guide has one ask again.
          const isPending = generation === 'v1' && result.reconnectId === null;
          return isPending ? envelopes.withheld({ status: 'PENDING', resultsId }, { meta: null }) : unknown();
        }
        return isConsentOver(result.entity, clock.now())
          ? envelopes.withheld({ status: 'CONSENT_EXPIRED', resultsId }, { meta: null })
          : result.produce(resultsId);
      };
      return throughNetwork(context, world, result.entity, answer());
    });
  }

  add('/data/v2/results', 'v2');
  add('/data/v1/results', 'v1');
  add('/v1/results', 'v1');
}
