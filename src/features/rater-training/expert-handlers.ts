import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { giveOpinion } from './agree-levels.ts';
import { agreementPage, opinionPage } from './expert-pages.ts';
import { formOf } from './levels-form.ts';
import { loadSet } from './load-set.ts';
import { readLevels } from '../../http/read-levels.ts';

interface InRole {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
interface AboutResponse extends InRole {
  readonly params: { readonly responseId: string };
}

/** Members who know the job say, each by themselves, what level a calibration response shows. */
export function expertHandlers(deps: Deps, keys: KeyDeps) {
  async function open({ requisition, params }: AboutResponse) {
    const set = await loadSet(deps, keys, requisition);
    const one = set.responses.find(({ response }) => response.id === params.responseId);
    return one === undefined ? null : { set, one };
  }

  return {
    async list({ actor, requisition }: InRole): Promise<Reply> {
      return agreementPage(await loadSet(deps, keys, requisition), actor);
    },

    async show(input: AboutResponse): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return notFound;
      const own = ownOpinion(opened.one, input.actor);
      const form: FormState = {
        values: { ...formOf(own?.levels).values, because: own?.because ?? '' },
        problems: [],
      };
      return opinionPage(input, opened.one, form);
    },

    async give(input: AboutResponse & { body: { because: string } & RawFields }): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return notFound;
      const read = readLevels(input.body, opened.one.criteria);
      if (read.kind === 'refused') {
        const form = { values: input.body, problems: read.problems };
        return { ...opinionPage(input, opened.one, form), status: 422 };
      }
      const said = { levels: read.levels, because: input.body.because };
      const outcome = await giveOpinion(deps, keys, input.actor, opened, said);
      void deps.relay.soon();
      const at = `/requisitions/${input.requisition.id}/rating/calibration`;
      return outcome === 'kept'
        ? redirect(`${at}/${input.params.responseId}`, { kind: 'ok', text: 'Your levels are kept.' })
        : redirect(at, { kind: 'warn', text: 'The experts had agreed already: those levels stay.' });
    },

    async giveAgain(
      input: AboutResponse & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return notFound;
      const missing = readLevels(input.raw, opened.one.criteria);
      const problems = [...(missing.kind === 'refused' ? missing.problems : []), ...input.problems];
      return opinionPage(input, opened.one, { values: input.raw, problems });
    },
  };
}

const ownOpinion = (
  one: NonNullable<Awaited<ReturnType<typeof loadSet>>['responses'][number]>,
  actor: Actor,
) => one.agreement?.opinions.find(({ expertId }) => expertId === actor.personId);
