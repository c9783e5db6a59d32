import type { Actor } from '../../core/person/person.ts';
import { draftProblems } from '../../core/rubric/draft-problems.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import type { Notice } from '../../http/parts.ts';
import { readLevels } from '../../http/read-levels.ts';
import { redirect, type Flash, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { keepSampleRating } from './keep-sample-rating.ts';
import { loadRubric, type RubricAtWork } from './load-rubric.ts';
import { loadSample, type Sample } from './load-sample.ts';
import { loadSampledResponse, type SampledResponse } from './load-sampled-response.ts';
import { sampleDonePage, samplePage } from './sample-page.ts';

interface Base {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
interface AboutResponse extends Base {
  readonly params: { readonly taskId: string };
}
interface Opened {
  readonly at: RubricAtWork;
  readonly content: RubricContent;
  readonly sample: Sample;
}

/** Whoever changes anchors tries them on a few settled responses, blind, before raters have to read all again. */
export function sampleHandlers(deps: Deps) {
  async function open({ actor, requisition }: Base): Promise<Opened | null> {
    const at = await loadRubric(deps, requisition);
    const content = at.rubric.publication === null ? at.rubric.draft?.content : undefined;
    if (content === undefined) return null;
    if (draftProblems({ content, form: at.form, tasks: requisition.tasks }).length > 0) return null;
    const sample = await loadSample(deps, actor, at, content);
    return sample === null ? null : { at, content, sample };
  }

  /** The first that is still there; somebody may be erased at any moment. */
  async function firstOf({ sample, content }: Opened): Promise<SampledResponse | null> {
    for (const task of sample.open) {
      const found = await loadSampledResponse(deps, task, content);
      if (found !== null) return found;
    }
    return null;
  }

  async function findOpen({ sample, content }: Opened, taskId: string): Promise<SampledResponse | null> {
    const task = sample.open.find(({ id }) => id === taskId);
    return task === undefined ? null : loadSampledResponse(deps, task, content);
  }

  const nowhere = ({ requisition }: Base): Reply =>
    redirect(`/requisitions/${requisition.id}/rubric/preview`, NOTHING_TO_TRY);

  async function again(
    input: AboutResponse,
    opened: Opened,
    page: { readonly form: FormState; readonly notice: Notice | null; readonly status: number },
  ): Promise<Reply> {
    const one = await findOpen(opened, input.params.taskId);
    if (one === null) return redirect(`/requisitions/${input.requisition.id}/rubric/sample`, GONE);
    return { ...samplePage({ ...input, ...opened, one, ...page }), status: page.status };
  }

  return {
    async show(input: Base): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return nowhere(input);
      const one = await firstOf(opened);
      return one === null
        ? sampleDonePage({ ...input, ...opened })
        : samplePage({ ...input, ...opened, one, form: emptyForm, notice: null });
    },

    /** Where the address of a posted form is opened again. */
    async showOne(input: AboutResponse): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return nowhere(input);
      return again(input, opened, { form: emptyForm, notice: null, status: 200 });
    },

    async rate(input: AboutResponse & { body: { anchors: string } & RawFields }): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return nowhere(input);
      const { body } = input;
      if (body.anchors !== opened.sample.anchorHash)
        return again(input, opened, { form: { values: body, problems: [] }, notice: OVERTAKEN, status: 409 });
      const one = await findOpen(opened, input.params.taskId);
      const here = `/requisitions/${input.requisition.id}/rubric/sample`;
      if (one === null) return redirect(here, GONE);
      const read = readLevels(body, one.criteria);
      if (read.kind === 'refused')
        return again(input, opened, {
          form: { values: body, problems: read.problems },
          notice: null,
          status: 422,
        });
      await keepSampleRating(deps, input.actor, opened.at.rubric, {
        ...{ task: one.task, anchorHash: body.anchors, levels: read.levels },
      });
      return redirect(here);
    },

    async rateAgain(
      input: AboutResponse & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return nowhere(input);
      const form = { values: input.raw, problems: input.problems };
      return again(input, opened, { form, notice: null, status: 422 });
    },
  };
}

const NOTHING_TO_TRY: Flash = {
  kind: 'warn',
  text: 'There is no draft with other anchors that could be tried on settled responses.',
};
const GONE: Flash = {
  kind: 'warn',
  text: 'That response is not among yours any more, so nothing was kept. Go on with the next one.',
};
const OVERTAKEN: Notice = {
  look: 'warn',
  heading: 'The draft changed since you opened this response',
  lines: ['Nothing was kept yet. Read the anchors below again; your levels are still chosen.'],
  links: [],
};
