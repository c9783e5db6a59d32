import { readableNotes } from '../../core/applicant/note.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { notePage } from './note-page.ts';
import type { NoteForm } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

export function noteHandlers({ stores, clock }: Deps) {
  const findActive = async ({ requisition, params }: About) => {
    const { organisationId, id } = requisition;
    const applicant = await stores.applicants.find(organisationId, id, params.applicantId);
    return applicant?.state === 'active' ? applicant : null;
  };

  /** `typed` is what stands in the form instead of the stored note. */
  async function show(about: About, typed: FormState | null): Promise<Reply> {
    const { actor, requisition, params } = about;
    const { organisationId, id } = requisition;
    const applicant = await findActive(about);
    if (applicant === null) return notFound;
    const [all, people] = await Promise.all([
      stores.notes.listOf(organisationId, id, params.applicantId),
      stores.people.list(organisationId),
    ]);
    const names = new Map(people.map(({ id: personId, name }) => [personId, name]));
    return notePage({ requisition, applicant, notes: readableNotes(all, actor.personId), names, typed });
  }

  return {
    show: (about: About): Promise<Reply> => show(about, null),

    async save(input: About & { body: NoteForm }): Promise<Reply> {
      const { actor, requisition, params, body } = input;
      const applicant = await findActive(input);
      if (applicant === null) return notFound;
      const { organisationId, id: requisitionId } = requisition;
      const place = {
        organisationId,
        requisitionId,
        applicantId: params.applicantId,
        personId: actor.personId,
      };
      if (body.text === '') await stores.notes.remove(place);
      else await stores.notes.save({ ...place, ...body, at: clock() });
      return redirect(`/requisitions/${requisitionId}/applicants/${params.applicantId}/note`, {
        kind: 'ok',
        text: body.text === '' ? 'There is no note of yours now.' : 'Saved.',
      });
    },

    typedAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}
