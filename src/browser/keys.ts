const REMEMBERED = 'attune-rating-keys';

/** Rating keys: act only while the focus is inside the rating area, never in a text box, and can be switched off. */
export function startKeys(root: ParentNode): void {
  for (const area of root.querySelectorAll<HTMLElement>('[data-keys]')) startArea(area);
}

function startArea(area: HTMLElement): void {
  for (const shown of area.querySelectorAll<HTMLElement>('[data-keys-list]')) shown.hidden = false;
  const keySwitch = area.querySelector<HTMLInputElement>('[data-keys-switch]');
  if (keySwitch !== null) keySwitch.checked = recall() !== 'off';
  showSigns(area, keySwitch?.checked ?? true);
  keySwitch?.addEventListener('change', () => {
    remember(keySwitch.checked ? 'on' : 'off');
    showSigns(area, keySwitch.checked);
  });
  area.addEventListener('keydown', (event) => {
    if (keySwitch?.checked === false || event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      event.target instanceof HTMLElement &&
      !writesText(event.target) &&
      press(area, event.key, event.target)
    ) {
      event.preventDefault();
    }
  });
}

function press(area: HTMLElement, key: string, focused: HTMLElement): boolean {
  if (/^[1-9]$/.test(key)) return chooseLevel(area, key, focused);
  if (!/^[enp]$/.test(key)) return false;
  const target = area.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (target === null) return false;
  if (target instanceof HTMLTextAreaElement) target.focus();
  else target.click();
  return true;
}

/** The criterion that has the focus; else the first one without a level; else the first. */
function chooseLevel(area: HTMLElement, level: string, focused: HTMLElement): boolean {
  const groups = [...area.querySelectorAll('fieldset')].filter(
    (group) => group.querySelector('[type=radio]') !== null,
  );
  const group =
    groups.find((one) => one.contains(focused)) ??
    groups.find((one) => one.querySelector(':checked') === null) ??
    groups[0];
  const radio = group?.querySelector<HTMLInputElement>(`input[type=radio][value="${level}"]`);
  if (!radio) return false;
  radio.focus();
  radio.click();
  return true;
}

function writesText(element: HTMLElement): boolean {
  return element.matches('textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])');
}

function showSigns(area: HTMLElement, shown: boolean): void {
  for (const sign of area.querySelectorAll<HTMLElement>('[data-keys-sign]')) sign.hidden = !shown;
}

// Storage may be forbidden; then the switch simply forgets.
function recall(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(REMEMBERED, value);
  } catch {
    return;
  }
}
