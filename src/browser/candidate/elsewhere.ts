import type { AttemptPage } from './attempt-page.ts';

export type Stop = 'old-epoch' | 'over' | 'unbound' | 'forged' | 'erased';

/** Says why this window no longer saves, and offers the way on in place. The words for each reason stand in the page. */
export function startElsewhere(root: Document, page: AttemptPage): (stop: Stop) => void {
  const box = root.getElementById('elsewhere');
  box?.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) void claim(page);
  });

  return (stop) => {
    if (!box?.hidden) return;
    const why = box.querySelector<HTMLElement>(`[data-elsewhere=${stop}]`);
    if (why) why.hidden = false;
    box.hidden = false;
  };
}

/** A token that the server refuses is renewed by opening the page again; the way to continue stands there. */
async function claim(page: AttemptPage): Promise<void> {
  const { status, facts } = await page.ask(page.urls.claim, {});
  const writer = status === 200 && facts.epoch !== undefined ? `?writer=${facts.epoch}` : '';
  location.replace(location.pathname + writer);
}
