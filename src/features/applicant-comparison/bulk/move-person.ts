import type { Applicant } from '../../../core/applicant/applicant.ts';
import type { BulkAction, BulkPerson, BulkWish, LeftOut } from '../../../core/applicant/bulk-action.ts';
import { moveApplicant, type DecidedStage } from '../../../core/applicant/decision.ts';
import type { Deps } from '../../../deps.ts';
import { staffEvent } from '../../../ops/new-event.ts';

type Move = Extract<BulkWish, { kind: 'move' | 'move-back' }>;

/** Moves one applicant by one conditional update; what this very action did before a stop counts as done. */
export async function movePerson(
  { stores }: Pick<Deps, 'stores'>,
  { personId, confirmedAt }: BulkAction,
  wish: Move,
  person: BulkPerson,
  applicant: Applicant,
): Promise<'done' | LeftOut> {
  const { decisions } = await stores.applicants.findDecisions(applicant);
  const last = decisions.at(-1);
  const wanted = { ...wantedOf(wish, person), considered: '', message: '' };
  const isTrace = last?.at.getTime() === confirmedAt.getTime() && last.by === personId;
  if (isTrace && last.to === wanted.to) return 'done';
  const why = inTheWay(wish, applicant, last?.at.getTime());
  if (why !== null) return why;
  const moved = moveApplicant(applicant, wanted, personId, confirmedAt);
  if (moved.kind !== 'moved') return 'changed-meanwhile';
  const { organisationId, requisitionId, id: applicantId } = applicant;
  const { from, to } = moved.decision;
  const facts = { requisitionId, applicantId, from, to };
  const event = staffEvent(personId, { type: 'applicant-moved', at: confirmedAt, organisationId, facts });
  return (await stores.applicants.decide(applicant, moved.decision, [event])) ? 'done' : 'changed-meanwhile';
}

function inTheWay(wish: Move, { stage }: Applicant, lastAt: number | undefined): LeftOut | null {
  if (wish.kind === 'move-back')
    return stage === wish.from && lastAt === wish.movedAt.getTime() ? null : 'changed-meanwhile';
  if (stage === 'offer' || stage === 'rejected') return 'decided';
  return stage === wish.to ? 'there-already' : null;
}

const wantedOf = (wish: Move, { stage }: BulkPerson): { to: DecidedStage; reason: string } =>
  wish.kind === 'move'
    ? { to: wish.to, reason: wish.reason }
    : { to: stage as DecidedStage, reason: 'Taken back: the move of several applicants was undone.' };
