import type { Entries } from './form-entries.ts';

/** Move up and down without a page load; the buttons submit the form where no script runs. Nothing needs dragging. */
export function startRank(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-rank]')) {
    const group = list.parentElement ?? list;
    list.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null || (button.name !== 'up' && button.name !== 'down')) return;
      event.preventDefault();
      move(list, button);
      say(group, list, button);
    });
    list.addEventListener('input', () => {
      showTotal(group, list);
    });
  }
}

function move(list: HTMLElement, button: HTMLButtonElement): void {
  const item = button.closest('li');
  if (item === null) return;
  if (button.name === 'up') item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  disableEnds(list);
  const other = item.querySelector<HTMLButtonElement>(`[name=${button.name === 'up' ? 'down' : 'up'}]`);
  (button.disabled ? other : button)?.focus();
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Puts the items in the order in which a form had them; others stay last. */
export function arrangeRank(list: HTMLElement, entries: Entries): void {
  const placeOf = (item: Element) => {
    const { name, value } = item.querySelector<HTMLInputElement>('input[type=hidden]') ?? {};
    const place = entries.findIndex((entry) => entry[0] === name && entry[1] === value);
    return place < 0 ? entries.length : place;
  };
  list.append(...[...list.children].sort((left, right) => placeOf(left) - placeOf(right)));
  disableEnds(list);
}

function disableEnds(list: HTMLElement): void {
  const items = [...list.children];
  items.forEach((one, index) => {
    disable(one, 'up', index === 0);
    disable(one, 'down', index === items.length - 1);
  });
}

function disable(item: Element, name: string, disabled: boolean): void {
  const button = item.querySelector<HTMLButtonElement>(`[name=${name}]`);
  if (button !== null) button.disabled = disabled;
}

function say(group: HTMLElement, list: HTMLElement, button: HTMLButtonElement): void {
  const status = group.querySelector('[data-rank-status]');
  const item = button.closest('li');
  if (status === null || item === null) return;
  const name = (item.querySelector('[data-rank-name]')?.textContent ?? '').trim();
  status.textContent = `${name}: place ${[...list.children].indexOf(item) + 1} of ${list.children.length}`;
}

function showTotal(group: HTMLElement, list: HTMLElement): void {
  const shown = group.querySelector('[data-rank-total]');
  if (shown === null) return;
  const numbers = [...list.querySelectorAll<HTMLInputElement>('input[type=number]')].map((box) =>
    Number(box.value),
  );
  const total = numbers.reduce((sum, number) => sum + number, 0);
  shown.textContent = total === 100 ? 'Total 100 %' : `Total ${total} %. It must be 100.`;
}
