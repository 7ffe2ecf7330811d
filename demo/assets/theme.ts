/** Light or dark as the visitor last chose, before the first paint; without a choice the system's setting holds. */
(() => {
  const root = document.documentElement;
  const chosen = /(?:^|; )housebook_theme=(light|dark)/.exec(document.cookie)?.[1];
  if (chosen) root.dataset['theme'] = chosen;

  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('.theme')) return;
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const next = (root.dataset['theme'] ?? system) === 'dark' ? 'light' : 'dark';
    root.dataset['theme'] = next;
    document.cookie = `housebook_theme=${next}; path=/; samesite=lax`;
  });
})();
