/** `/banks/v1` and the logos its items point at. */
import type { World } from '../world.js';
import { logoUrl } from '../banks.js';
import { logoSvg } from '../logos.js';
import { originOf, queryOf, type Routes } from './app.js';

export function addBankRoutes(routes: Routes, world: World): void {
  routes.add('GET', '/banks/v1', (context) => {
    const query = queryOf(context, world);
    const filter = {
      accountTypes: query.list('account_types'),
      countryCodes: query.list('country_codes'),
      connectionTypes: query.list('connection_types'),
    };
    const customerId = query.optional('customer_id');
    if (customerId !== null && !world.customers.byId(customerId))
      return world.answers.error('UNKNOWN_CUSTOMER');
    return { httpStatus: 200, body: world.banks.list(filter, originOf(context, world)) };
  });

  routes.add('GET', '/img/banks/:file', (context) => {
    const path = new URL(context.req.url).pathname;
    const banks = world.banks.definitions();
    for (const [position, bank] of banks.entries()) {
      for (const coloured of [true, false]) {
        if (logoUrl('', bank.identifier, coloured) !== path) continue;
        return new Response(logoSvg(bank, position, coloured), {
          headers: { 'content-type': 'image/svg+xml', 'access-control-allow-origin': '*' },
        });
      }
    }
    return world.answers.error('INVALID_URL');
  });
}
