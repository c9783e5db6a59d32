/**
 * Browsers leave a control in a bar that scrolls where it is as soon as a sliver of it shows. Whoever comes to it by
 * keyboard sees all of it; a pointer's target must not move away under it.
 */
export function startInSight(root: Document): void {
  root.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    if (target.parentElement?.closest('.scroll, nav'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
