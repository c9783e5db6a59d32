import { z } from 'zod';
import { crossedComponents } from '../../core/psychometrics/crossed-components.ts';
import { generalizability } from '../../core/psychometrics/generalizability.ts';
import { promptRaterComponents, promptRaterStudy } from '../../core/psychometrics/prompt-rater-components.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const level = z.union([n, z.string()]);
const levels = z.array(level);
const long = z.object({ person: levels, prompt: levels, rater: levels, score: list });

const STUDIES = {
  n3r1: { prompts: 3, raters: 1 },
  n3r2: { prompts: 3, raters: 2 },
  n6r1: { prompts: 6, raters: 1 },
  n12r1: { prompts: 12, raters: 1 },
} as const;

function rowsOf({ person, prompt, rater, score }: z.output<typeof long>) {
  if (new Set([person, prompt, rater, score].map((column) => column.length)).size > 1) return null;
  return score.map((given, row) => ({
    person: String(person[row]),
    prompt: String(prompt[row]),
    rater: String(rater[row]),
    score: given,
  }));
}

const named = (of: (study: (typeof STUDIES)[keyof typeof STUDIES]) => number | null): Output =>
  Object.fromEntries(Object.entries(STUDIES).map(([name, study]) => [name, of(study)]));

/** Variance components of rating designs, and what other numbers of prompts and raters would give. */
export const designs: Readonly<Record<string, Statistic>> = {
  'gtheory.p_x_r': statistic({ data: z.array(z.array(n.nullable())), k: list }, ({ data, k }) => {
    const components = crossedComponents(data);
    if (components.reason !== null) return without(components.reason);
    if (!k.every((raters) => raters >= 1)) return without('fewer-than-two-raters');
    const studies = k.map((raters) => generalizability(components, raters));
    return {
      var_person: components.person,
      var_rater: components.rater,
      var_residual: components.residual,
      G: studies.map(({ g }) => g),
      Phi: studies.map(({ phi }) => phi),
    };
  }),
  'gtheory.p_x_i_x_r': statistic({ long }, (input) => {
    const rows = rowsOf(input.long);
    const found = rows === null ? null : promptRaterComponents(rows);
    if (found === null) return without('invalid-response');
    if (found.reason !== null) return without(found.reason);
    const { p, i, r, pi, pr, ir, pire } = found;
    return {
      components_raw: { p, i, r, pi, pr, ir, pir_e: pire },
      G: named((study) => promptRaterStudy(found, study).g),
      Phi: named((study) => promptRaterStudy(found, study).phi),
    };
  }),
};
