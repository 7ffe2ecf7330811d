import { LeanError } from '../domain/error.js';
import { emit } from '../events/index.js';
import { loadChunk } from '../domain/chunk.js';
import type { Services } from '../session/services.js';
import { isHeaderGiver } from '../session/settings.js';
import type { SettingsController } from './settings.js';

/** Differs where other services are meant: another backend, or the same with the headers of somebody else. */
export function servicesKey({ settings, owner }: SettingsController): string {
  const { proxy, credentials, getHeaders } = settings;
  return JSON.stringify([proxy, credentials, getHeaders !== null, isHeaderGiver(owner)]);
}

/** The services that an element's settings lead to, brought in when first needed. */
export async function loadServices(settings: SettingsController): Promise<Services> {
  const { proxy } = settings.settings;
  if (proxy === null) {
    throw new LeanError('missing_proxy', 'No proxy is set: neither on a lean-provider nor by configure().');
  }
  const { servicesFor } = await loadChunk(() => import('../session/services-for.js'));
  const { owner } = settings;
  return servicesFor({ ...settings.settings, proxy }, owner, {
    onSessionExpired: (teller, retry) => {
      emit(teller, 'lean-session-expired', { retry });
    },
  });
}
