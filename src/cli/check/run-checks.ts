import { checkAnswers } from './answers.js';
import { checkData } from './data.js';
import type { Finding } from './finding.js';
import { checkLinkSession } from './link-session.js';
import { checkOrigins } from './origins.js';
import { checkOwnership } from './ownership.js';
import { Probe, Unreachable, type ProbeOptions } from './probe.js';
import { checkRequests } from './requests.js';
import { checkSessions } from './sessions.js';
import { checkWebhooks } from './webhooks.js';

/**
 * Holds a backend to the contract. Asks only what harms nothing: no bank is disconnected, none is refreshed, and each
 * id that could cost something is made up. Throws `Unreachable` when nothing can be said.
 */
export async function runChecks(options: ProbeOptions): Promise<Finding[]> {
  const probe = new Probe(options);
  const first = await probe.ask({ route: 'GET /entities' });
  if (first.status === 401) {
    const why = probe.hasSession ? 'The session in --header is not accepted' : 'Give a session with --header';
    throw new Unreachable(`${why}: GET /entities answered 401.`);
  }
  const findings = [
    ...(await checkSessions(probe)),
    ...(await checkLinkSession(probe)),
    ...(await checkData(probe)),
    ...(await checkRequests(probe)),
    ...(await checkOwnership(probe)),
    ...(await checkOrigins(probe)),
    ...(await checkWebhooks(probe)),
  ];
  return [...findings, ...checkAnswers(probe)];
}
