/** Light or dark as the visitor last chose, before the first paint; without a choice the system's setting holds. */
(() => {
  const root = document.documentElement;
  const chosen = /(?:^|; )housebook_theme=(light|dark)/.exec(document.cookie)?.[1];
  if (chosen) root.dataset.theme = chosen;

  document.addEventListener('click', (event) => {
    if (!event.target.closest('.theme')) return;
    const now = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset.theme = now === 'dark' ? 'light' : 'dark';
    document.cookie = `housebook_theme=${root.dataset.theme}; path=/; samesite=lax`;
  });
})();
