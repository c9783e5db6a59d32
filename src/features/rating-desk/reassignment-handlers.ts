import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { poolFor } from './ask-gate.ts';
import { findPassable } from './find-passable.ts';
import { responsesWords } from './rating-words.ts';
import { readWave } from './read-wave.ts';
import { reassignResponses } from './reassign-responses.ts';
import { reassignmentPage } from './reassignment-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly raterId: string };
}

/** Seats of one rater, given to others: for members of the role who may allocate. */
export function reassignmentHandlers(deps: Deps) {
  /** The rater, whatever became of their account, and who may rate instead. */
  async function load({ requisition, params }: About) {
    const people = await deps.stores.people.list(requisition.organisationId);
    const from = people.find(({ id }) => id === params.raterId);
    if (from === undefined) return null;
    const held = await findPassable(deps, requisition, from.id);
    const pool = await poolFor(deps, requisition, people, held);
    return { from, others: pool.filter(({ id }) => id !== params.raterId), held };
  }

  async function show(input: About, form: FormState): Promise<Reply> {
    const loaded = await load(input);
    if (loaded === null) return notFound;
    const { from, others, held } = loaded;
    const { requisition } = input;
    return reassignmentPage({ requisition, from, others, responses: held.length, form });
  }

  return {
    show: (input: About): Promise<Reply> => show(input, emptyForm),

    async reassign(input: About & { body: { rater: string[]; due: string } }): Promise<Reply> {
      const loaded = await load(input);
      if (loaded === null) return notFound;
      const { actor, requisition, body } = input;
      const read = readWave({ people: '', order: 'finish', due: body.due }, deps.clock());
      if (read.kind === 'refused') {
        const page = await show(input, { values: body, problems: read.problems });
        return page.kind === 'page' ? { ...page, status: 422 } : page;
      }
      const to = loaded.others.map(({ id }) => id).filter((id) => (body.rater as PersonId[]).includes(id));
      const { dueAt } = read.wave;
      const from = loaded.from.id;
      const { given, left } = await reassignResponses(deps, { actor, requisition, from, to, dueAt });
      void deps.relay.soon();
      const stayed = left === 0 ? '' : ` ${responsesWords(left)} stayed: none of them may rate those.`;
      return redirect(`/requisitions/${requisition.id}/rating`, {
        kind: left === 0 ? 'ok' : 'warn',
        text: `${responsesWords(given)} given to others.${stayed}`,
      });
    },

    reassignAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}
