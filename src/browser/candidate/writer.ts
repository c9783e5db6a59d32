import type { AttemptPage } from './attempt-page.ts';

/** Remembers in this tab that it is the writer, and takes up the number again where an address lost it. */
export function startWriter(page: AttemptPage): void {
  const name = `attune:writer:${page.id}`;
  if (page.writes) {
    sessionStorage.setItem(name, String(page.epoch));
    return;
  }
  const lost = !location.search.includes('writer=');
  if (lost && sessionStorage.getItem(name) === String(page.epoch)) {
    location.replace(`${location.pathname}?writer=${page.epoch}${location.hash}`);
  }
}
