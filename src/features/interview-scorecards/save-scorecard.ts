import { scorecardGaps, type ScorecardEntry, type ScorecardGap } from '../../core/interview/scorecard.ts';
import type { Actor } from '../../core/person/person.ts';
import { LEVELS, type RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { Scorecards } from './find-scorecards.ts';
import type { ScorecardForm } from './requests.ts';

export type SaveScorecard =
  | { readonly kind: 'kept' | 'handed-in' | 'changed-meanwhile' | 'not-asked' | 'withdrawn' | 'decided' }
  | { readonly kind: 'incomplete'; readonly gaps: readonly ScorecardGap[] };

/** Keeps what was typed, whatever is missing; hands it in only where it is whole. */
export async function saveScorecard(
  deps: Deps,
  { personId }: Actor,
  { applicant, own, rubric, state }: Scorecards,
  body: ScorecardForm,
): Promise<SaveScorecard> {
  if (state !== 'may-write') return { kind: state === 'handed-in' ? 'changed-meanwhile' : state };
  const at = deps.clock();
  const { organisationId, requisitionId, id: applicantId } = applicant;
  const entries = readEntries(rubric, body);
  const gaps = body.go === 'hand-in' ? scorecardGaps(rubric.criteria, entries) : [];
  const handedIn = body.go === 'hand-in' && gaps.length === 0;
  const card = {
    ...{ organisationId, requisitionId, applicantId, personId, entries },
    rubricVersionId: rubric.id,
    handedInAt: handedIn ? at : null,
    readOthersAt: own?.readOthersAt ?? null,
    rev: Number(body.rev),
  };
  const facts = { requisitionId, applicantId };
  const event = staffEvent(personId, { type: 'scorecard-handed-in', at, organisationId, facts });
  if (!(await deps.stores.scorecards.save(card, handedIn ? [event] : []))) {
    return { kind: 'changed-meanwhile' };
  }
  if (gaps.length > 0) return { kind: 'incomplete', gaps };
  if (handedIn) void deps.relay.soon();
  return { kind: handedIn ? 'handed-in' : 'kept' };
}

function readEntries({ criteria }: RubricVersion, body: ScorecardForm): readonly ScorecardEntry[] {
  return criteria.map(({ id: criterion }) => {
    const typed = body[`level-${criterion}`];
    const level = typed === 'not-heard' ? typed : (LEVELS.find((one) => String(one) === typed) ?? null);
    return { criterion, level, evidence: body[`evidence-${criterion}`] ?? '' };
  });
}
