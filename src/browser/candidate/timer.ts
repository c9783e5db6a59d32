import { COMES_BACK_MS, timeLeftWords } from '../../core/attempt/time-left.ts';
import { announcement } from './announce.ts';
import type { AttemptPage } from './attempt-page.ts';

const NAME = 'attune:timer';
const SLEPT_MS = 5000;

/** The quiet clock: words, corrected by every answer, hidden when wanted. `end` runs once, when the time is up. */
export function startTimer(
  root: Document,
  page: AttemptPage,
  allSaved: () => boolean,
  end: () => void,
): void {
  const box = root.querySelector<HTMLElement>('[data-timer]');
  const text = box?.querySelector<HTMLElement>('[data-timer-text]') ?? null;
  const live = root.querySelector('[data-timer-live]');
  let deadline = Date.parse(box?.dataset['ends'] ?? '');
  if (box === null || text === null || Number.isNaN(deadline)) return;
  let before = Number.POSITIVE_INFINITY;
  let ticked = Date.now();
  const isHidden = startToggle(root, box, text);

  page.listen(({ deadlineMs }) => {
    if (typeof deadlineMs === 'number') deadline = deadlineMs;
  });

  const tick = (): void => {
    // A page's own time may stand still while the device sleeps; the device's clock, right or wrong, goes on.
    const now = Date.now();
    if (now - ticked > SLEPT_MS) resync();
    ticked = now;
    const left = deadline - page.clock.now();
    const words = timeLeftWords(left);
    if (text.textContent !== words) text.textContent = words;
    text.hidden = isHidden(left);
    const spoken = before === Number.POSITIVE_INFINITY ? null : announcement(before, left, allSaved());
    if (spoken !== null && live) live.textContent = spoken;
    if (left <= 0 && before > 0) end();
    before = left;
  };

  function resync(): void {
    page.clock.doubt();
    page.ask(page.urls.state).then(tick, () => undefined);
  }

  tick();
  setInterval(tick, 1000);
  root.addEventListener('visibilitychange', () => {
    if (root.visibilityState === 'visible') resync();
  });
  addEventListener('online', resync);
}

/** Hidden until five minutes are left; hidden again after that, it stays hidden. */
function startToggle(root: Document, box: HTMLElement, text: HTMLElement): (leftMs: number) => boolean {
  const button = box.querySelector<HTMLButtonElement>('[data-timer-toggle]');
  // What was chosen for all pages stands in the page; what was pressed in this tab counts more.
  const { clock } = root.documentElement.dataset;
  let wish = readWish() ?? (clock === undefined ? '' : 'early');
  delete root.documentElement.dataset['clock'];
  let left = 0;
  const hidden = () => wish === 'always' || (wish === 'early' && left > COMES_BACK_MS);
  button?.addEventListener('click', () => {
    if (hidden()) wish = '';
    else wish = left > COMES_BACK_MS ? 'early' : 'always';
    writeWish(wish);
    label();
    text.hidden = hidden();
  });
  function label(): void {
    const words = hidden() ? button?.dataset['show'] : button?.dataset['hide'];
    if (button && button.textContent !== words) button.textContent = words ?? '';
  }
  if (button) button.hidden = false;
  return (leftMs) => {
    left = leftMs;
    label();
    return hidden();
  };
}

function readWish(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function writeWish(wish: string): void {
  try {
    sessionStorage.setItem(NAME, wish);
  } catch {
    // The wish lasts as long as the page then.
  }
}
