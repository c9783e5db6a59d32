import { entriesNow, entriesServed, putEntries } from './form-entries.ts';
import { dropAllKept, dropKept, findKept, keepForm } from './kept-forms.ts';
import { arrangeRank } from './rank.ts';

/**
 * Long forms carry data-keep: what is typed is kept in this tab until the server has it, is put back when the page is
 * opened again, and leaving a changed form is asked about first. Its value is `unsaved` where the server sent back what
 * it did not save.
 */
export function startKeepForms(root: Document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-keep]')) startForm(root, form);
  root.querySelector('form[action="/sign-out"]')?.addEventListener('submit', dropAllKept);
}

function startForm(root: Document, form: HTMLFormElement): void {
  // Not `form.action`: a button of that name would be in its place.
  const name = form.getAttribute('action') ?? '';
  const base = JSON.stringify(entriesServed(form));
  const unsaved = form.dataset.keep === 'unsaved';
  const kept = findKept(name);
  /** The form is on its way, or what was typed is given up: nothing to ask about. */
  let sending = false;

  const isChanged = () => unsaved || JSON.stringify(entriesNow(form)) !== base;
  const ask = (event: BeforeUnloadEvent) => {
    if (sending) return;
    event.preventDefault();
    // oxlint-disable-next-line typescript/no-deprecated -- Chromium before 119 asks only where this has a value
    event.returnValue = 'unsaved';
  };
  const look = () => {
    if (!isChanged()) {
      removeEventListener('beforeunload', ask);
      dropKept(name);
      return;
    }
    addEventListener('beforeunload', ask);
    keepForm(name, { base: unsaved ? (kept?.base ?? '') : base, entries: entriesNow(form), sent: sending });
  };

  if (!unsaved && kept !== null && (kept.base === base || !kept.sent)) {
    for (const list of form.querySelectorAll<HTMLElement>('[data-rank]')) arrangeRank(list, kept.entries);
    putEntries(form, kept.entries);
    for (const list of form.querySelectorAll('[data-rank]')) list.dispatchEvent(new Event('input'));
    if (isChanged()) sayKept(root, form);
  }
  look();
  form.addEventListener('input', look);
  form.addEventListener('change', look);
  addEventListener('pageshow', () => {
    sending = false;
  });
  root.addEventListener('submit', (event) => {
    sending = true;
    if (event.target === form) look();
  });
  // Whoever asks for the form afresh wants what is saved.
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (href !== name && href !== location.pathname) return;
    sending = true;
    dropKept(name);
  });
}

function sayKept(root: Document, form: HTMLFormElement): void {
  const text = 'What you had typed here is back. It is not saved yet.';
  const [box, line, link] = [root.createElement('div'), root.createElement('p'), root.createElement('a')];
  box.className = 'notice info';
  line.textContent = text;
  link.href = location.pathname;
  link.textContent = 'Drop it and show what is saved';
  const last = root.createElement('p');
  last.append(link);
  box.append(line, last);
  form.before(box);
  const status = root.getElementById('page-status');
  if (status !== null) status.textContent = text;
}
