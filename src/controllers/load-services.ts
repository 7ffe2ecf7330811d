import { LeanError } from '../domain/error.js';
import { emit } from '../events/index.js';
import { loadChunk } from '../session/chunk.js';
import { pageSettings } from '../session/page.js';
import type { Services } from '../session/services.js';
import type { SettingsController } from './settings.js';

/** The services that an element's settings lead to, brought in when first needed. */
export async function loadServices(settings: SettingsController): Promise<Services> {
  const { proxy } = settings.settings;
  if (proxy === null) {
    throw new LeanError('missing_proxy', 'No proxy is set: neither on a lean-provider nor by configure().');
  }
  const { servicesFor } = await loadChunk(() => import('../session/services-for.js'));
  const { owner } = settings;
  return servicesFor({ ...settings.settings, proxy }, owner, {
    getHeaders: () => owner.getHeaders ?? pageSettings().getHeaders ?? null,
    onSessionExpired: (teller, retry) => {
      emit(teller, 'lean-session-expired', { retry });
    },
  });
}
