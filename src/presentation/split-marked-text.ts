import type { CriterionId } from '../core/kernel/ids.ts';

/** A stretch of text that raters marked for one criterion, as offsets [start, end). */
export interface MarkedStretch {
  readonly criterion: CriterionId;
  readonly start: number;
  readonly end: number;
}

export interface TextPiece {
  readonly text: string;
  /** Criteria whose raters marked these words, in the order of the rubric; none for plain text. */
  readonly criteria: readonly CriterionId[];
}

/**
 * Cuts a text where marked stretches begin or end, so that each piece is marked for the same criteria throughout. The
 * pieces put together are the text, sign for sign. Stretches beyond the text are cut to it.
 */
export function splitMarkedText(
  text: string,
  stretches: readonly MarkedStretch[],
  order: readonly CriterionId[],
): readonly TextPiece[] {
  const inside = stretches.map((stretch) => ({
    ...stretch,
    start: clamp(stretch.start, text.length),
    end: clamp(stretch.end, text.length),
  }));
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (left, right) => left - right,
  );
  const pieces: TextPiece[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? text.length;
    const criteria = order.filter((criterion) =>
      inside.some((one) => one.criterion === criterion && one.start <= start && one.end >= end),
    );
    append(pieces, { text: text.slice(start, end), criteria });
  }
  return pieces;
}

const clamp = (offset: number, length: number): number => Math.min(length, Math.max(0, offset));

/** Neighbours marked for the same criteria, by two raters, are one piece. */
function append(pieces: TextPiece[], piece: TextPiece): void {
  const last = pieces.at(-1);
  if (last?.criteria.join(' ') === piece.criteria.join(' ')) {
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  } else {
    pieces.push(piece);
  }
}
