import type { Form } from '../form/form.ts';
import type { PanelExpertId } from '../kernel/ids.ts';
import { expertAgreement, type ExpertAgreement } from './expert-agreement.ts';
import type { ExpertPanel, OptionRatings, PanelExpert } from './expert-panel.ts';
import { judgeSituation, type JudgedSituation } from './judge-situation.ts';
import { judgmentItems } from './rateable-situations.ts';

export type JudgedExpert = ExpertAgreement & {
  readonly expertId: PanelExpertId;
  readonly background: PanelExpert['background'];
  readonly leftOut: boolean;
};

export interface JudgedPanel {
  readonly situations: readonly JudgedSituation[];
  readonly experts: readonly JudgedExpert[];
  /** Experts whose ratings count. */
  readonly counted: number;
  /** Whether a key can be made of it, or why not. */
  readonly key: 'possible' | 'too-few-experts' | 'too-few-situations' | 'no-difference';
}

/** A test of which less is left measures something else. */
const LEAST_SITUATIONS_KEPT = 0.6;

/**
 * What a closed panel says: of every option, of every expert, and whether a key can be made of it. The order of the
 * experts changes nothing. Experts who are left out are compared with those who count.
 */
export function judgePanel(
  form: Form,
  { needed, leftOut }: Pick<ExpertPanel, 'needed' | 'leftOut'>,
  all: readonly PanelExpert[],
): JudgedPanel {
  const isOut = ({ id }: PanelExpert) => leftOut.some(({ expertId }) => expertId === id);
  const experts = all
    .filter(({ state }) => state === 'handed-in')
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const counting = experts.filter((expert) => !isOut(expert));
  const situations = judgmentItems(form).map((item) =>
    judgeSituation(
      item,
      counting.map(({ situations: rated }): OptionRatings => rated[item.id]?.ratings ?? {}),
    ),
  );
  const inside = expertAgreement(counting.map((expert) => rowOf(form, expert)));
  return {
    situations,
    experts: experts.flatMap((expert): JudgedExpert[] => {
      const out = isOut(expert);
      const agreement = out ? besideThem(form, counting, expert) : inside[counting.indexOf(expert)];
      if (agreement === undefined) return [];
      return [{ ...agreement, expertId: expert.id, background: expert.background, leftOut: out }];
    }),
    counted: counting.length,
    key: keyState(form, situations, counting.length, needed),
  };
}

/** An expert's ratings in the order of the form. */
const rowOf = (form: Form, { situations }: PanelExpert): readonly number[] =>
  judgmentItems(form).flatMap(({ id, options }) =>
    options.flatMap((option) => situations[id]?.ratings[option.id] ?? []),
  );

const besideThem = (form: Form, counting: readonly PanelExpert[], expert: PanelExpert) =>
  expertAgreement([...counting, expert].map((one) => rowOf(form, one))).at(-1);

function keyState(
  form: Form,
  situations: readonly JudgedSituation[],
  counted: number,
  needed: number,
): JudgedPanel['key'] {
  if (counted < needed) return 'too-few-experts';
  const kept = situations.filter(({ dropped }) => dropped === null);
  if (kept.length === 0 || kept.length < LEAST_SITUATIONS_KEPT * judgmentItems(form).length)
    return 'too-few-situations';
  const means = kept.flatMap(({ options }) =>
    options.flatMap(({ verdict, mean }) => (verdict === 'kept' ? [mean] : [])),
  );
  return new Set(means).size < 2 ? 'no-difference' : 'possible';
}
