/** A step picked as best is no longer the worst, and the other way round. */
export function startPicks(root: Document): void {
  root.addEventListener(
    'change',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !['best', 'worst'].includes(target.name)) return;
      const other = target.name === 'best' ? 'worst' : 'best';
      for (const input of root.querySelectorAll<HTMLInputElement>(`input[name=${other}]`)) {
        if (input.value === target.value) input.checked = false;
      }
    },
    true,
  );
}
