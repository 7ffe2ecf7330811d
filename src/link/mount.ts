/** The element that Lean's bundles look up by id in the document (facts §2.1); a shadow root would hide it. */
import { warnOnce } from './page-state.js';

const ID = 'lean-link';

/** Makes sure that it is there. It stays for the life of the page: a flow may be open in it. */
export function ensureMount(): HTMLElement {
  if (document.querySelectorAll(`#${ID}`).length > 1) {
    warnOnce(`the page has more than one element with the id ${ID}; Lean uses the first.`);
  }
  const known = document.getElementById(ID);
  if (known !== null) return known;
  const mount = document.createElement('div');
  mount.id = ID;
  document.body.append(mount);
  return mount;
}
