import type { AttemptPage } from './attempt-page.ts';

/** Tells before the start whether the line works and whether this browser could keep an answer meanwhile. */
export function startDeviceCheck(root: Document, { ask, urls }: AttemptPage, keeps: () => boolean): void {
  const box = root.getElementById('device');
  if (box === null) return;
  const show = (found: string): void => {
    for (const line of box.querySelectorAll<HTMLElement>('[data-device]'))
      line.hidden = line.dataset['device'] !== found;
  };
  const check = (): void => {
    ask(urls.state).then(
      () => {
        show(keeps() ? 'kept' : 'open');
      },
      () => {
        show('broken');
      },
    );
  };
  check();
  addEventListener('online', check);
  addEventListener('offline', check);
  box.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    check();
  });
}
