/**
 * Asks for what the first row waits for, before anything else of the entry has run: on a slow phone that takes long
 * enough to be worth it. Only a hint: what does not come is asked for again, and told, by the element that needs it.
 */
if (document.querySelector('lean-transactions')) {
  for (const bring of [services, statement]) bring().catch(() => undefined);
}

// What is taken is named, or the bundler would build the modules as objects, with help in a file of its own.

async function services(): Promise<unknown> {
  const { servicesFor } = await import('./session/services-for.js');
  return servicesFor;
}

async function statement(): Promise<unknown> {
  const { Statement } = await import('./elements/lean-transactions/statement/statement.js');
  return Statement;
}

export {};
