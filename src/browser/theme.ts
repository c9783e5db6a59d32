const A_YEAR = 31_536_000;

/** The switch between dark and light; the server reads the cookie, so the next page comes in the right colours. */
export function startTheme(root: Document): void {
  const page = root.documentElement;
  const wishesDark = matchMedia('(prefers-color-scheme: dark)');
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-theme-switch]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const isDark = page.dataset.theme === undefined ? wishesDark.matches : page.dataset.theme === 'dark';
      const theme = isDark ? 'light' : 'dark';
      page.dataset.theme = theme;
      root.cookie = `attune-theme=${theme}; path=/; max-age=${A_YEAR}; samesite=lax`;
    });
  }
}
