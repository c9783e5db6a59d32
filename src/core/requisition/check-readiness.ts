import type { CriterionId } from '../kernel/ids.ts';
import type { Person } from '../person/person.ts';
import { currentIntake, type Requisition } from './requisition.ts';

/** What keeps a role from opening. */
type Missing =
  | { readonly kind: 'no-tasks' }
  | { readonly kind: 'criterion-without-task'; readonly criterion: string }
  | { readonly kind: 'not-confirmed' }
  | { readonly kind: 'no-places' }
  | { readonly kind: 'no-recruiter' };

/** What a role can open without and will miss later. */
type Advice = { readonly kind: 'no-lead' } | { readonly kind: 'too-few-raters'; readonly raters: number };

export interface Readiness {
  readonly missing: readonly Missing[];
  readonly advice: readonly Advice[];
}

interface ReadinessInput {
  readonly requisition: Requisition;
  readonly criteria: readonly { readonly id: CriterionId; readonly label: string }[];
  /** Everybody of the organisation. */
  readonly people: readonly Person[];
}

/**
 * Whether a role can open: what the weights rest on is written down and confirmed, places are said before anybody is
 * seen, and a recruiter is there to invite. Raters and a lead can follow, so their lack is advice.
 */
export function checkReadiness({ requisition, criteria, people }: ReadinessInput): Readiness {
  const members = people.filter(({ id }) => requisition.members.includes(id));
  const raters = freeRaters(requisition, people).length;
  return {
    missing: [
      ...checkJobAnalysis(requisition, criteria),
      ...(currentIntake(requisition).places < 1 ? [{ kind: 'no-places' } as const] : []),
      ...(hasActive(members, 'recruiter') ? [] : [{ kind: 'no-recruiter' } as const]),
    ],
    advice: [
      ...(hasActive(members, 'hiring-manager') ? [] : [{ kind: 'no-lead' } as const]),
      ...(raters < requisition.ratingPolicy.ratersPerResponse
        ? [{ kind: 'too-few-raters', raters } as const]
        : []),
    ],
  };
}

function checkJobAnalysis(
  { tasks, confirmation }: Requisition,
  criteria: ReadinessInput['criteria'],
): readonly Missing[] {
  if (tasks.length === 0) return [{ kind: 'no-tasks' }];
  const needed = new Set(tasks.flatMap((task) => task.criteria));
  const idle = criteria
    .filter(({ id }) => !needed.has(id))
    .map(({ label }) => ({ kind: 'criterion-without-task', criterion: label }) as const);
  return [...idle, ...(confirmation === null ? [{ kind: 'not-confirmed' } as const] : [])];
}

const hasActive = (people: readonly Person[], role: Person['roles'][number]): boolean =>
  people.some(({ state, roles }) => state === 'active' && roles.includes(role));

/** Who could rate in this role: active raters who are not members of it. */
function freeRaters({ members }: Requisition, people: readonly Person[]): readonly Person[] {
  return people.filter(
    ({ id, state, roles }) => state === 'active' && roles.includes('rater') && !members.includes(id),
  );
}
