import type { AttemptPage } from './attempt-page.ts';
import type { DeviceCopy } from './device-copy.ts';
import type { Draft, Fields, ResponseQueue } from './response-queue.ts';
import type { Sender } from './sender.ts';

const QUIET_MS = 800;
const LONGEST_MS = 5000;
const SUBMIT_PATIENCE_MS = 4000;
const ENVELOPE = ['_csrf', 'epoch', 'seq', 'go', 'claim'];

export interface AutosaveParts {
  readonly page: AttemptPage;
  readonly queue: ResponseQueue;
  readonly copies: DeviceCopy;
  readonly sender: Sender;
  readonly say: (state: 'offline', words: string) => void;
}

/** What stands in the controls now. */
export function readFields(form: HTMLFormElement): Fields {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !ENVELOPE.includes(name)) fields[name] = value;
  }
  return fields;
}

/** Puts an answer into the controls. */
export function fillFields(form: HTMLFormElement, fields: Fields): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      control.checked = fields[control.name] === control.value;
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      control.value = fields[control.name] ?? control.value;
    }
  }
}

/** Saves the question of this page as it is answered; without script its button does the same. */
export function startAutosave(form: HTMLFormElement, parts: AutosaveParts): void {
  const { page, queue, sender } = parts;
  const item = form.dataset['item'] ?? '';
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let leaving = false;

  function note(): Draft {
    const draft = queue.write(item, form.action, readFields(form));
    sender.keep(draft);
    return draft;
  }

  function changed(): void {
    note();
    const now = Date.now();
    since ??= now;
    clearTimeout(quiet);
    const wait = Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - now));
    quiet = setTimeout(() => {
      since = null;
      void sender.flush();
    }, wait);
  }

  // Older browsers do not say which button sent the form.
  let clicked: EventTarget | null = null;
  form.addEventListener('click', ({ target }) => {
    clicked = target;
  });
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => {
    if (!page.writes || sender.hasStopped()) return;
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    clearTimeout(quiet);
    const go = pressed(event.submitter ?? clicked, form);
    void leave(form, note(), go, parts).then((left) => {
      leaving = left;
    });
  });
}

/** Where the button leads; the first one of the form where none was pressed. */
function pressed(button: EventTarget | null, form: HTMLFormElement): string {
  const first = form.querySelector<HTMLButtonElement>('button[name=go]');
  return button instanceof HTMLButtonElement ? button.value : (first?.value ?? 'stay');
}

/**
 * Saves first and then lets the form go its way with the same number and content, which the server takes as a repeat.
 * Offline it stays: the browser's own error page would be the end of the text.
 */
async function leave(
  form: HTMLFormElement,
  draft: Draft,
  go: string,
  parts: AutosaveParts,
): Promise<boolean> {
  const { queue, sender, say } = parts;
  const patience = new Promise<void>((done) => setTimeout(done, SUBMIT_PATIENCE_MS));
  await Promise.race([sender.flush(), patience]);
  if (sender.hasStopped()) return false;
  if (queue.draftOf(draft.item) !== null && !navigator.onLine) {
    say(
      'offline',
      'You are offline. Your answer is kept on this device. Press again when you are back online.',
    );
    return false;
  }
  setHidden(form, 'seq', String(draft.seq));
  setHidden(form, 'go', go);
  form.submit();
  return true;
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const existing = form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
  const input = existing ?? document.createElement('input');
  input.type = 'hidden';
  input.name = name;
  input.value = value;
  if (existing === null) form.append(input);
}
