import { countWords } from '../../core/item/count-words.ts';

/** Counts the words of all boxes of a question while they are written. */
export function startWordCount(root: Document): void {
  const count = root.querySelector<HTMLElement>('[data-word-count]');
  const boxes = [...root.querySelectorAll('textarea')];
  if (count === null) return;
  root.addEventListener('input', () => {
    const words = boxes.reduce((sum, box) => sum + countWords(box.value), 0);
    count.textContent = words === 1 ? '1 word' : `${words} words`;
  });
}
