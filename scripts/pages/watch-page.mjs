const watched = new WeakSet();

/** Reports of the content policy and faults of scripts count like findings of axe. */
export function watchPage(page, found) {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted/i.test(message.text())) found(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => {
    // The browser says so where the window changes its size while one page follows the other.
    if (message !== 'Transition was skipped') found(`${page.url()}: ${message}`);
  });
}
