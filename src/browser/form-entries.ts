/** Names and values of a form in the order of its page. */
export type Entries = readonly (readonly [string, string])[];

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** As it stands now. */
export const entriesNow = (form: HTMLFormElement): Entries => entriesOf(form, valueNow);

/** As the server sent it, whatever was typed since. */
export const entriesServed = (form: HTMLFormElement): Entries => entriesOf(form, valueServed);

function entriesOf(form: HTMLFormElement, valueOf: (box: Box) => string | null): Entries {
  return boxesOf(form).flatMap((box) => {
    const value = valueOf(box);
    return value === null ? [] : [[box.name, value.replace(/\r\n?/g, '\n').trim()] as const];
  });
}

/** The token is another one after every sign-in. */
function boxesOf(form: HTMLFormElement): Box[] {
  return [...form.elements].filter(
    (one): one is Box =>
      (one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement ||
        (one instanceof HTMLInputElement && !['submit', 'button', 'password', 'file'].includes(one.type))) &&
      one.name !== '' &&
      one.name !== '_csrf',
  );
}

const isTicked = (box: Box): box is HTMLInputElement =>
  box instanceof HTMLInputElement && (box.type === 'radio' || box.type === 'checkbox');

function valueNow(box: Box): string | null {
  return isTicked(box) && !box.checked ? null : box.value;
}

function valueServed(box: Box): string | null {
  if (isTicked(box)) return box.defaultChecked ? box.value : null;
  if (!(box instanceof HTMLSelectElement)) return box.defaultValue;
  const options = [...box.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? null;
}

/**
 * Puts values back into the boxes that are still there. Hidden ones stay as the page has them, except the revision that
 * the text was written on: whoever saved meanwhile is then seen when it is sent.
 */
export function putEntries(form: HTMLFormElement, entries: Entries): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  for (const box of boxesOf(form)) {
    const typed = values.get(box.name) ?? [];
    if (isTicked(box)) box.checked = typed.includes(box.value);
    else if (box.type === 'hidden' && !('keepRev' in box.dataset)) continue;
    else box.value = typed[0] ?? box.value;
  }
}
