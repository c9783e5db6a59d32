export type ConsensusKey =
  | {
      readonly kind: 'key';
      readonly shares: readonly number[];
      readonly modal: number;
      readonly modalShare: number;
    }
  | {
      readonly kind: 'tied-mode';
      readonly shares: readonly number[];
      readonly tied: readonly number[];
      readonly modalShare: number;
    }
  | { readonly kind: 'invalid-response' | 'insufficient-n' };

/**
 * Key of one situation from the choices of experts: the share that chose each option (proportion consensus) and the place
 * of the modal option (mode consensus). A tie makes no modal key: the item is flagged. Input: the options, and one
 * choice an expert, null where an expert chose nothing (left out). 15 experts or more make such a key worth using.
 */
export function consensusKey(options: readonly string[], choices: readonly (string | null)[]): ConsensusKey {
  const made = choices.filter((choice) => choice !== null);
  if (made.some((choice) => !options.includes(choice))) return { kind: 'invalid-response' };
  if (made.length === 0) return { kind: 'insufficient-n' };
  const counts = options.map((option) => made.filter((choice) => choice === option).length);
  const most = Math.max(...counts);
  const tied = counts.flatMap((count, place) => (count === most ? [place] : []));
  const told = { shares: counts.map((count) => count / made.length), modalShare: most / made.length };
  const [modal = 0] = tied;
  return tied.length > 1 ? { kind: 'tied-mode', ...told, tied } : { kind: 'key', ...told, modal };
}
