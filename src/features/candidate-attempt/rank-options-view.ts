import type { PublicRankOptions } from '../../core/item/rank-options/public-item.ts';
import { placeField } from './read-answer.ts';
import type { ShownAnswer } from './shown-answer.ts';

interface RankRow {
  readonly text: string;
  /** Read aloud after the button: what a move has led to. */
  readonly place: string;
  readonly field: string;
  readonly typed: string;
  readonly up: MoveButton;
  readonly down: MoveButton;
}
interface MoveButton {
  readonly go: string;
  /** At the end of the list a button does nothing, but it keeps the focus of whoever pressed it. */
  readonly atEnd: boolean;
  readonly focused: boolean;
}

/** The list of options in the order of the answer; in the item's own order nothing is answered yet. */
export interface RankOptionsList {
  readonly order: string;
  readonly rows: readonly RankRow[];
  readonly confirmed: boolean;
  readonly last: string;
}

export function rankOptionsList({ options }: PublicRankOptions, shown: ShownAnswer): RankOptionsList {
  const ids: readonly string[] = (shown['order'] ?? '').split(',');
  const known = options.every(({ id }) => ids.includes(id));
  const ordered = known ? options.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) : options;
  const rows = ordered.map(({ id, text }, index): RankRow => {
    const button = (go: string, end: number): MoveButton => ({
      go,
      atEnd: index === end,
      focused: shown['go'] === go,
    });
    return {
      text,
      place: `Place ${index + 1} of ${options.length}`,
      field: placeField(id),
      typed: shown[placeField(id)] ?? String(index + 1),
      up: button(`up-${id}`, 0),
      down: button(`down-${id}`, options.length - 1),
    };
  });
  const order = ordered.map(({ id }) => id).join(',');
  return { order, rows, confirmed: shown['confirmed'] === 'yes', last: String(options.length) };
}
