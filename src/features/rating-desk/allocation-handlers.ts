import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { textOf, textsOf, type FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { formatList } from '../../presentation/format-list.ts';
import { allocateResponses } from './allocate-responses.ts';
import { allocationPage } from './allocation-page.ts';
import { loadAllocation } from './load-allocation.ts';
import { responsesWords } from './rating-words.ts';
import { readWave, type WaveFields } from './read-wave.ts';

interface Base {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type Asked = WaveFields & { readonly rater?: string[] | undefined };

/** Giving responses to raters, and who is waited for. */
export function allocationHandlers(deps: Deps) {
  async function show({ actor, requisition }: Base, form: FormState): Promise<Reply> {
    const read = readWave(waveOf(form), deps.clock());
    const wave = read.kind === 'read' ? read.wave : null;
    const chosen = textsOf(form, 'rater') as readonly PersonId[];
    const state = await loadAllocation(deps, requisition, chosen, wave);
    const maySettle = mayInRequisition(actor, 'settle-ratings', requisition) === 'allowed';
    return allocationPage(state, maySettle, form, deps.clock());
  }

  async function refuse(input: Base, form: FormState): Promise<Reply> {
    const page = await show(input, form);
    return page.kind === 'page' ? { ...page, status: 422 } : page;
  }

  return {
    show(input: Base & { query: Asked }): Promise<Reply> {
      const { rater = [], ...wave } = input.query;
      const read = readWave(wave, deps.clock());
      return show(input, {
        values: { ...wave, rater },
        problems: read.kind === 'refused' ? read.problems : [],
      });
    },

    async allocate(input: Base & { body: WaveFields & { rater: string[] } }): Promise<Reply> {
      const { actor, requisition, body } = input;
      const wrong = (problems: readonly FieldProblem[]) => refuse(input, { values: { ...body }, problems });
      const read = readWave(body, deps.clock());
      if (read.kind === 'refused') return wrong(read.problems);
      const raterIds = body.rater as PersonId[];
      const outcome = await allocateResponses(deps, { actor, requisition, raterIds, wave: read.wave });
      const here = `/requisitions/${requisition.id}/rating`;
      switch (outcome.kind) {
        case 'allocated': {
          void deps.relay.soon();
          const text = `${responsesWords(outcome.responses)} given to ${outcome.raters} raters.`;
          return redirect(here, { kind: 'ok', text });
        }
        case 'nothing-waiting':
          return redirect(here, { kind: 'warn', text: 'Every response had its raters already.' });
        case 'too-few-raters':
          return wrong([
            {
              field: 'rater',
              message: 'These raters are not enough for every response: choose more of them.',
            },
          ]);
        case 'may-not-rate':
          return wrong([{ field: 'rater', message: mayNotRate(outcome) }]);
      }
    },

    allocateAgain: (input: Base & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}

function mayNotRate({
  members,
  heldBack,
}: {
  members: readonly string[];
  heldBack: readonly string[];
}): string {
  const inRole =
    members.length === 0
      ? ''
      : `Members of a role never rate in it: ${formatList(members)}. Choose others, or take them out of the role first. `;
  const held = heldBack.length === 0 ? '' : `Nothing new goes to ${formatList(heldBack)} now. `;
  return `${inRole}${held}Nothing was given out.`;
}

const waveOf = (form: FormState): WaveFields => ({
  people: textOf(form, 'people'),
  order: textOf(form, 'order') === 'draw' ? 'draw' : 'finish',
  due: textOf(form, 'due'),
});
