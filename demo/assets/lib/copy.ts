import { find } from './page.js';

/** Lets the page's copy button copy a text, and says whether it did. */
export function copies(text: () => string): void {
  const told = find('#told', HTMLElement);
  find('#copy', HTMLButtonElement).addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => (told.textContent = 'Copied.'),
      () => (told.textContent = 'This browser does not let the page copy; select the text instead.'),
    );
  });
}

let worn: HTMLLinkElement | null = null;

/** Puts a preset's stylesheet on the page, or takes it away. */
export function wear(preset: string): void {
  worn?.remove();
  worn = null;
  if (preset === '') return;
  worn = document.createElement('link');
  worn.rel = 'stylesheet';
  worn.href = `/themes/${preset}.css`;
  document.head.append(worn);
}
