import { compareCells } from './compare-cells.ts';

/** Header links of a table whose rows are all on the page sort it in place; without script they load the order. */
export function startSort(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-sort]')) {
    const status = addStatus(table);
    for (const header of table.querySelectorAll<HTMLTableCellElement>('thead th')) {
      header.querySelector('a.sort')?.addEventListener('click', (event) => {
        event.preventDefault();
        const direction = sortBy(table, header);
        status.textContent = `Sorted by ${header.textContent.trim()}, ${direction}`;
      });
    }
  }
}

function sortBy(table: HTMLTableElement, header: HTMLTableCellElement): 'ascending' | 'descending' {
  const direction = header.getAttribute('aria-sort') === 'descending' ? 'ascending' : 'descending';
  const column = header.cellIndex;
  const value = (row: HTMLTableRowElement) => (row.cells[column]?.textContent ?? '').trim();
  for (const body of table.tBodies) {
    // A line between rows means something only in the order in which it was drawn.
    for (const line of body.querySelectorAll('tr.line')) line.remove();
    const rows = [...body.rows].sort((a, b) => compareCells(value(a), value(b)));
    body.append(...(direction === 'ascending' ? rows : rows.reverse()));
  }
  for (const other of table.querySelectorAll('thead th')) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', direction);
  return direction;
}

function addStatus(table: HTMLTableElement): HTMLElement {
  const status = document.createElement('p');
  status.className = 'vh';
  status.setAttribute('role', 'status');
  table.after(status);
  return status;
}
