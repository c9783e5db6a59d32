type State = 'saving' | 'saved' | 'offline' | 'stop';

const TROUBLE: readonly State[] = ['offline', 'stop'];

/** The words about saving, always in the same place. They are spoken only when trouble comes and goes. */
export function startSaveState(root: Document): (state: State, words: string) => void {
  const box = root.getElementById('save-state');
  const live = root.getElementById('save-live');
  let before: State = 'saved';
  return (state, words) => {
    if (box) {
      box.textContent = words;
      box.dataset['state'] = state;
    }
    const troubled = TROUBLE.includes(state);
    if (live && state !== 'saving' && troubled !== TROUBLE.includes(before)) live.textContent = words;
    if (state !== 'saving') before = state;
  };
}

export const savedWords = (): string =>
  `Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
