/** A sample host page: sets what its address asks for, then lets the elements start. Not part of the embed. */
import { readScene, setScene, startElements } from './lib/scene.js';

const scene = readScene();
// Bootstrap's own switch for its colour mode.
document.documentElement.dataset['bsTheme'] = scene.theme ?? 'light';
// A page in Arabic has its own words in Arabic as well.
if (scene.lang?.startsWith('ar')) {
  for (const element of document.querySelectorAll<HTMLElement>('[data-ar]'))
    element.textContent = element.dataset['ar'] ?? '';
}
await setScene(scene);
await startElements();
