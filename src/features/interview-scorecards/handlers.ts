import type { ScorecardGap } from '../../core/interview/scorecard.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { applicantGone } from '../../http/applicant-gone.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { findScorecards, type Scorecards } from './find-scorecards.ts';
import type { ScorecardForm } from './requests.ts';
import { saveScorecard, type SaveScorecard } from './save-scorecard.ts';
import { scorecardPage } from './scorecard-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

type Refused = Exclude<SaveScorecard['kind'], 'kept' | 'handed-in' | 'incomplete'>;

const REFUSALS: Readonly<Record<Refused, string>> = {
  'changed-meanwhile':
    'This scorecard was saved or handed in meanwhile, in another tab or on another device. Nothing was overwritten, and what you typed is below.',
  'not-asked': 'You are not asked for a scorecard of this applicant any more. What you typed is below.',
  withdrawn: 'The applicant has withdrawn. What you typed is below and was not kept.',
  decided: 'It was decided meanwhile. What you typed is below and was not kept.',
};

const DONE = {
  kept: 'Your draft is kept. Nobody else can read it.',
  'handed-in': 'Handed in. It stays as it is.',
} as const;

export function scorecardHandlers(deps: Deps) {
  async function show({ actor, requisition, params }: About, form: FormState): Promise<Reply> {
    const found = await findScorecards(deps, actor, requisition, params.applicantId);
    if (found === null) return applicantGone(requisition, evidenceOf(form.values));
    if (found.mayRead) await noteReading(deps, actor, found);
    return scorecardPage(found, form);
  }

  async function showAgain(about: About, status: 409 | 422, form: FormState): Promise<Reply> {
    const page = await show(about, form);
    return page.kind === 'page' ? { ...page, status } : page;
  }

  return {
    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async save(input: About & { body: ScorecardForm }): Promise<Reply> {
      const { actor, requisition, params, body } = input;
      const found = await findScorecards(deps, actor, requisition, params.applicantId);
      if (found === null) return applicantGone(requisition, evidenceOf(body));
      const saved = await saveScorecard(deps, actor, found, body);
      const page = `/requisitions/${requisition.id}/applicants/${params.applicantId}/scorecard`;
      if (saved.kind === 'kept' || saved.kind === 'handed-in')
        return redirect(page, { kind: 'ok', text: DONE[saved.kind] });
      if (saved.kind === 'incomplete')
        return showAgain(input, 422, { values: body, problems: saved.gaps.map(problemOf) });
      const problems = [{ field: null, message: REFUSALS[saved.kind] }];
      return showAgain(input, 409, { values: body, problems });
    },

    again: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}

const evidenceOf = (fields: RawFields): readonly string[] =>
  Object.entries(fields).flatMap(([name, typed]) => (name.startsWith('evidence-') ? typed : []));

const problemOf = ({ criterion, missing }: ScorecardGap): FieldProblem => ({
  field: `${missing}-${criterion}`,
  message:
    missing === 'level'
      ? 'Choose a level, or that it did not come up. What you typed is kept as a draft.'
      : 'Write what you heard, in at least 10 characters. What you typed is kept as a draft.',
});

/** Written to the audit trail; and whoever has none of their own is remembered as a reader, should they be asked later. */
async function noteReading(deps: Deps, { personId }: Actor, found: Scorecards): Promise<void> {
  const { applicant, handedIn, own, rubric } = found;
  if (handedIn.length === 0) return;
  const at = deps.clock();
  const { organisationId, requisitionId, id: applicantId } = applicant;
  const about = { organisationId, requisitionId, applicantId, personId, rubricVersionId: rubric.id };
  if ((own?.handedInAt ?? null) === null) await deps.stores.scorecards.noteRead(about, at);
  const facts = { requisitionId, applicantId };
  await deps.stores.audit.record(
    staffEvent(personId, { type: 'scorecards-read', at, organisationId, facts }),
  );
}
