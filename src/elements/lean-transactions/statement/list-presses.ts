/** Listens to a list's presses and to who points at it; gives the way to stop. */
export function listPresses(list: HTMLElement, press: (line: Element) => void): () => void {
  const pressed = ({ target }: Event): void => {
    const line = target instanceof Element ? target.closest('.row > .line') : null;
    if (line) press(line);
  };
  list.addEventListener('click', pressed);
  list.addEventListener('pointerover', showWhole);
  return () => {
    list.removeEventListener('click', pressed);
    list.removeEventListener('pointerover', showWhole);
  };
}

/** A text that is cut tells the rest to who points at it. */
function showWhole({ target }: Event): void {
  if (!(target instanceof HTMLElement) || !target.matches('.one-line')) return;
  target.title = target.scrollWidth > target.clientWidth ? target.textContent : '';
}
