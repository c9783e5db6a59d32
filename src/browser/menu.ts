/** Open menus close with Escape or a click elsewhere; without script the summary closes them. */
export function startMenus(root: Document): void {
  const open = () => [...root.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')];
  root.addEventListener('click', (event) => {
    for (const menu of open())
      if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false;
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
