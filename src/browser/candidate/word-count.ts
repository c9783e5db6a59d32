import { countWords } from '../../core/item/count-words.ts';

const NEAR = 20;

/** Counts the words of all boxes of a question while they are written; it is spoken only near the limit and beyond. */
export function startWordCount(root: Document): void {
  const count = root.querySelector<HTMLElement>('[data-word-count]');
  const boxes = [...root.querySelectorAll('textarea')];
  const live = root.querySelector('[data-word-live]');
  if (count === null) return;
  const limit = Number(count.dataset['wordCount']);
  let before = 0;
  root.addEventListener('input', () => {
    const words = boxes.reduce((sum, box) => sum + countWords(box.value), 0);
    count.textContent = words === 1 ? '1 word' : `${words} words`;
    const zone = words > limit ? 2 : words > limit - NEAR ? 1 : 0;
    if (live && zone > before) live.textContent = `${words} words. ${limit} are the most.`;
    before = zone;
  });
}
