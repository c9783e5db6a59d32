import type { WrittenResponseItem } from '../../core/item/item.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { SLOTS, type Slot } from '../../core/scoring/score-column.ts';
import type { Comparison } from './compare-applicants.ts';
import {
  columnWords,
  criterionWords,
  levelStep,
  levelWords,
  type ScoreWords,
} from '../../presentation/standing-words.ts';

interface LevelsCell extends ScoreWords {
  /** Class of the heat scale: hm1 to hm7 for scores, lv1 to lv5 for levels; null where there is no number. */
  readonly heat: string | null;
}

interface LevelsRow {
  readonly label: string;
  readonly note: string | null;
  /** The criterion that a prompt's row belongs to; null for the rows of scores. */
  readonly under: string | null;
  readonly cells: readonly LevelsCell[];
}

export interface LevelsTable {
  readonly people: readonly string[];
  readonly rows: readonly LevelsRow[];
}

/** One score with the levels under it, people as rows: what a phone shows, one score at a time. */
export interface ScoreByPerson {
  readonly label: string;
  readonly note: string | null;
  readonly people: readonly {
    readonly label: string;
    readonly cell: LevelsCell;
    readonly under: readonly { readonly label: string; readonly cell: LevelsCell }[];
  }[];
}

/** The same cells turned round; a score that is kept back says so here too. */
export const scoresByPerson = ({ people, rows }: LevelsTable): readonly ScoreByPerson[] =>
  rows
    .filter(({ under }) => under === null)
    .map(({ label, note, cells }) => ({
      label,
      note,
      people: cells.map((cell, place) => ({
        label: people[place] ?? '',
        cell,
        under: rows
          .filter(({ under }) => under === label)
          .flatMap((row) => {
            const own = row.cells[place];
            return own === undefined ? [] : [{ label: row.label, cell: own }];
          }),
      })),
    }));

/** Criteria down and people across. */
export function levelsTable(comparison: Comparison): LevelsTable {
  const { form, rubric, people } = comparison;
  const prompts = writtenPrompts(form);
  return {
    people: people.map(({ standing }) => standing.label),
    rows: [
      {
        ...scoreRow('Judgment', '50 = no agreement with the key, 100 = full agreement'),
        cells: people.map(({ standing }) => withHeat(columnWords('judgment', standing, comparison))),
      },
      {
        ...scoreRow('Written', 'all criteria by weight'),
        cells: people.map(({ standing }) => withHeat(columnWords('written', standing, comparison))),
      },
      ...rubric.criteria.flatMap((criterion, place) =>
        criterionRows(criterion, SLOTS[place], prompts, comparison),
      ),
    ],
  };
}

const scoreRow = (label: string, note: string) => ({ label, note, under: null });

function criterionRows(
  { id, label, weight }: Criterion,
  slot: Slot | undefined,
  prompts: readonly WrittenResponseItem[],
  { people, precision }: Comparison,
): readonly LevelsRow[] {
  const standings = people.map(({ standing }) => {
    const found = standing.criteria.find(({ criterion }) => criterion === id);
    if (found === undefined) throw new Error(`criterion ${id} has no standing`);
    return found;
  });
  const naming = prompts.filter(({ criteria }) => criteria.some(({ criterion }) => criterion === id));
  return [
    {
      ...scoreRow(label, `weight ${weight} %`),
      cells: people.map(({ standing }) => withHeat(criterionWords(slot, standing, precision))),
    },
    ...naming.map((prompt) => ({
      label: prompt.title,
      note: null,
      under: label,
      cells: standings.map((standing) => levelCell(standing.prompts[prompt.id] ?? NOT_RATED)),
    })),
  ];
}

const NOT_RATED = { level: null, basis: null, reason: 'not-rated-here' } as const;

function levelCell(level: Parameters<typeof levelWords>[0]): LevelsCell {
  const heat = level.level === null ? null : `lv${levelStep(level.level)}`;
  return { ...levelWords(level), heat };
}

/** Seven steps over the scale, from the number that stands in the cell. */
function withHeat(words: ScoreWords): LevelsCell {
  if (words.score === null) return { ...words, heat: null };
  return { ...words, heat: `hm${Math.min(7, 1 + Math.floor((Number(words.score) / 100) * 7))}` };
}
