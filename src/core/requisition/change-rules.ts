import { currentIntake, type Intake, type Requisition } from './requisition.ts';

/** What is settled about a role before anybody is seen. */
export interface Rules {
  readonly places: number;
  readonly placesRule: Intake['placesRule'];
  readonly decidingColumn: Intake['decidingColumn'];
  readonly timeMode: Requisition['timeMode'];
  readonly revealAt: Requisition['revealAt'];
}

export type ChangeRules =
  | {
      readonly kind: 'changed';
      readonly changes: Pick<Requisition, 'intakes' | 'timeMode' | 'revealAt'>;
    }
  | { readonly kind: 'settled' };

export const rulesOf = (requisition: Requisition): Rules => {
  const { places, placesRule, decidingColumn } = currentIntake(requisition);
  return {
    places,
    placesRule,
    decidingColumn,
    timeMode: requisition.timeMode,
    revealAt: requisition.revealAt,
  };
};

/**
 * The rules of a draft may change freely. Once a role is open people apply under them: only the number of places may
 * still change, until the intake's rejections are out, because nobody's standing depends on it.
 */
export function changeRules(requisition: Requisition, rules: Rules): ChangeRules {
  const intake = currentIntake(requisition);
  const open = requisition.state !== 'draft';
  if (open && (intake.rejectedAt !== null || !onlyPlacesDiffer(rulesOf(requisition), rules))) {
    return { kind: 'settled' };
  }
  const { places, placesRule, decidingColumn, timeMode, revealAt } = rules;
  const changed = { ...intake, places, placesRule, decidingColumn };
  return {
    kind: 'changed',
    changes: { intakes: [...requisition.intakes.slice(0, -1), changed], timeMode, revealAt },
  };
}

function onlyPlacesDiffer(before: Rules, after: Rules): boolean {
  return (
    before.placesRule === after.placesRule &&
    before.decidingColumn === after.decidingColumn &&
    before.revealAt === after.revealAt &&
    sameTime(before.timeMode, after.timeMode)
  );
}

function sameTime(before: Rules['timeMode'], after: Rules['timeMode']): boolean {
  const reasonOf = (mode: Rules['timeMode']) => ('reason' in mode ? mode.reason : null);
  const noLimit = (mode: Rules['timeMode']) => mode.kind === 'timed' && mode.noLimitAllowed;
  return (
    before.kind === after.kind && noLimit(before) === noLimit(after) && reasonOf(before) === reasonOf(after)
  );
}
