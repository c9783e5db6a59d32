import type { AttemptPage } from './attempt-page.ts';

export type Stop = 'old-epoch' | 'over' | 'unbound' | 'forged' | 'erased';

const WORDS: Readonly<Record<Stop, readonly [string, string]>> = {
  'old-epoch': [
    'You went on in another window or on another device',
    'This window has stopped saving. What you typed here is kept on this device. Continue here to work in this window.',
  ],
  over: [
    'This part is over',
    'Your last change came after the end. It has been kept, but it does not count. Everything saved before does.',
  ],
  unbound: [
    'This device is not connected to your test any more',
    'What you typed is kept on this device. Open the link from your invitation again: you go on where you were.',
  ],
  erased: [
    'This test has been erased',
    'Your answers and your contact data were deleted. Nothing more is saved, and what this device had kept of your answers is removed. If you did not expect this, write to the contact in your invitation.',
  ],
  forged: [
    'Your link was opened again on this device',
    'What you typed is kept on this device. Continue here to work in this window.',
  ],
};

/** Says why this window no longer saves, and offers the way on in place. */
export function startElsewhere(root: Document, page: AttemptPage): (stop: Stop) => void {
  const box = root.getElementById('elsewhere');
  const goOn = box?.querySelector<HTMLButtonElement>('[data-elsewhere-continue]') ?? null;
  let shown: Stop | null = null;

  goOn?.addEventListener('click', () => {
    // A token that the server refuses is renewed by opening the page again; the way to continue stands there.
    if (shown === 'forged') location.replace(location.pathname);
    else void claim(page);
  });

  return (stop) => {
    if (box === null || shown !== null) return;
    shown = stop;
    const [heading, line] = WORDS[stop];
    put(box, '[data-elsewhere-heading]', heading);
    put(box, '[data-elsewhere-line]', line);
    if (goOn) goOn.hidden = stop !== 'old-epoch' && stop !== 'forged';
    const link = box.querySelector<HTMLElement>('[data-elsewhere-link]');
    if (link) link.hidden = stop !== 'over';
    box.hidden = false;
  };
}

function put(box: HTMLElement, place: string, text: string): void {
  const element = box.querySelector(place);
  if (element) element.textContent = text;
}

async function claim(page: AttemptPage): Promise<void> {
  const { status, facts } = await page.ask(page.urls.claim, {});
  if (status === 200 && facts.epoch !== undefined)
    location.replace(`${location.pathname}?writer=${facts.epoch}`);
  else location.replace(location.pathname);
}
