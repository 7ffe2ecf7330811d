import { createLeanSimulator } from '../../../src/simulator/index.js';

const BASE = 'http://lean';

/** Lean's own field order and values: a page of the simulator's, which is then written for any entity and account. */
export async function transactionsTemplate(
  rows: number,
): Promise<(entityId: string, accountId: string) => string> {
  const simulator = createLeanSimulator({ region: 'ae', clientId: 'client', clientSecret: 'secret' });
  const ask = async (path: string, init?: RequestInit) => {
    const response = await simulator.fetch(new Request(BASE + path, init));
    if (!response.ok) throw new Error(`The simulator answered ${response.status} to ${path}`);
    return response.text();
  };
  const form = new URLSearchParams({ grant_type: 'client_credentials', scope: 'api' });
  form.set('client_id', 'client');
  form.set('client_secret', 'secret');
  const { access_token: token } = JSON.parse(await ask('/oauth2/token', { method: 'POST', body: form })) as {
    access_token: string;
  };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ app_user_id: 'template' });
  const customer = JSON.parse(await ask('/customers/v1/', { method: 'POST', headers, body })) as {
    customer_id: string;
  };
  simulator.linkEntity({ customerId: customer.customer_id });
  await simulator.clock.advance(60);
  const [entity] = JSON.parse(await ask(`/customers/v1/${customer.customer_id}/entities`, { headers })) as {
    id: string;
  }[];
  if (entity === undefined) throw new Error('The simulator linked no bank');
  const accounts = JSON.parse(await ask(`/data/v2/accounts?entity_id=${entity.id}`, { headers })) as {
    data: { accounts: { account_id: string }[] };
  };
  const accountId = accounts.data.accounts[0]?.account_id ?? '';
  const page = await ask(
    `/data/v2/accounts/${accountId}/transactions?entity_id=${entity.id}&page=0&size=${rows}`,
    { headers },
  );
  const found = (JSON.parse(page) as { data: { transactions: unknown[] } }).data.transactions.length;
  if (found !== rows) throw new Error(`The simulator has ${found} transactions, not ${rows}`);
  const pieces = page.split(entity.id).map((piece) => piece.split(accountId));
  return (entityId, account) => pieces.map((piece) => piece.join(account)).join(entityId);
}
