import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CriterionId, ItemId } from '../core/kernel/ids.ts';
import type { LevelNumber } from '../core/rubric/rubric.ts';
import type { ContentProblem } from './content-problem.ts';
import { readYaml } from './read-yaml.ts';
import { idOf, listOf, strictFile, text, wholeNumber } from './shape-parts.ts';

const level = wholeNumber(1, 5).transform((number) => number as LevelNumber);

/** One file of `simulation/`: written responses for simulated applicants, used nowhere else. */
const SimulationShape = strictFile({
  item: idOf<ItemId>(),
  texts: listOf(strictFile({ id: text, a: text, b: text, levels: z.record(idOf<CriterionId>(), level) })),
});

/** A written response with the levels its author meant it to have. */
export interface SimulationText {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly levels: Readonly<Record<CriterionId, LevelNumber>>;
}

/** By prompt. */
export type SimulationTexts = Readonly<Record<ItemId, readonly SimulationText[] | undefined>>;

export type ReadSimulationTexts =
  | { readonly kind: 'read'; readonly texts: SimulationTexts }
  | { readonly kind: 'refused'; readonly problems: readonly ContentProblem[] };

/** The pool of one assessment: read only where people are simulated, so a real start never needs it. */
export function readSimulationTexts(root: string, assessmentId: string): ReadSimulationTexts {
  const folder = `${assessmentId}/simulation`;
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : [];
  const files = names.sort().map((name) => readYaml(root, `${folder}/${name}`, SimulationShape));
  const problems = files.flatMap((file) => (file.kind === 'refused' ? file.problems : []));
  if (problems.length > 0) return { kind: 'refused', problems };
  const texts: Record<ItemId, readonly SimulationText[]> = {};
  for (const file of files) if (file.kind === 'read') texts[file.read.value.item] = file.read.value.texts;
  return { kind: 'read', texts };
}
