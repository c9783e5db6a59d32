import { fillFields, readFields, type AutosaveParts } from './autosave.ts';
import type { Draft, Fields } from './response-queue.ts';

/** Brings answers that were left on this device: sends them, or asks where another text has been saved since. */
export async function recoverCopies(
  form: HTMLFormElement | null,
  parts: AutosaveParts,
  choose: (draft: Draft) => void,
): Promise<void> {
  const { page, queue, copies, sender } = parts;
  if (!page.writes) return;
  // The newest first: an older one of another window never takes its place.
  const left = copies.list().sort((one, other) => other.seq - one.seq);
  const foreign = left.some(({ item }) => item !== form?.dataset['item']);
  const stored = foreign || form === null ? ((await page.ask(page.urls.state)).facts.items ?? {}) : {};
  if (sender.hasStopped()) return;
  for (const copy of left) {
    const here = copy.item === form?.dataset['item'] ? form : null;
    if (here === null) queue.know(copy.item, stored[copy.item] ?? 0);
    recoverOne(copy, here, parts, choose);
  }
  await sender.flush();
}

function recoverOne(
  copy: Draft,
  form: HTMLFormElement | null,
  { page, queue, copies }: AutosaveParts,
  choose: (draft: Draft) => void,
): void {
  const stored = queue.storedSeq(copy.item);
  if (form !== null && sameFields(copy.fields, readFields(form))) {
    copies.drop(copy);
  } else if (
    queue.draftOf(copy.item) === null &&
    (copy.epoch === page.epoch ? copy.seq > stored : copy.baseSeq === stored)
  ) {
    const mine = queue.adopt(copy);
    copies.keep(mine);
    copies.drop(copy, mine);
    if (form) fillFields(form, copy.fields);
  } else if (form !== null) choose(copy);
}

function sameFields(left: Fields, right: Fields): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => (left[name] ?? '') === (right[name] ?? ''));
}
