import type { OptionId } from '../../kernel/ids.ts';

/** "up-ID" or "down-ID", as the buttons say it. */
export type Move = `${'up' | 'down'}-${string}`;

export const isMove = (raw: unknown): raw is Move => typeof raw === 'string' && /^(?:up|down)-./.test(raw);

/** The order with one option a place further up or down; at the end of the list it stays. Null for an unknown option. */
export function moveOption(order: readonly OptionId[], move: Move): readonly OptionId[] | null {
  const up = move.startsWith('up-');
  const from = order.findIndex((id) => id === move.slice(up ? 3 : 5));
  const option = order[from];
  if (option === undefined) return null;
  const others = order.filter((id) => id !== option);
  const to = Math.max(0, up ? from - 1 : from + 1);
  return [...others.slice(0, to), option, ...others.slice(to)];
}
