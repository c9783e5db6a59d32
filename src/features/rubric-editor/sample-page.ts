import type { Actor } from '../../core/person/person.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import { summaryFor, type FormState } from '../../http/form-state.ts';
import { levelCardsFor } from '../../http/level-cards-for.ts';
import type { ErrorSummary, LevelCards, Notice, Progress, RatingKeys } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { RubricAtWork } from './load-rubric.ts';
import type { Sample } from './load-sample.ts';
import type { SampledResponse } from './load-sampled-response.ts';
import { frameOf, link } from './page-frame.ts';
import { sampleTable } from './sample-table.ts';

interface SampleView {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly at: RubricAtWork;
  readonly content: RubricContent;
  readonly sample: Sample;
}

interface ToRate {
  readonly action: string;
  readonly anchors: string;
  readonly progress: Progress;
  readonly response: MaskedResponse;
  readonly words: string;
  readonly cards: readonly LevelCards[];
  readonly keys: RatingKeys;
}

/** One settled response under the draft's anchors, as a rater would read it. */
export function samplePage(
  view: SampleView & {
    readonly one: SampledResponse;
    readonly form: FormState;
    readonly notice: Notice | null;
  },
): PageReply {
  const { requisition, sample, one, form, notice } = view;
  const toRate: ToRate = {
    action: `/requisitions/${requisition.id}/rubric/sample/${one.task.id}`,
    anchors: sample.anchorHash,
    progress: {
      section: null,
      label: `${sample.done} of ${sample.size} rated`,
      value: sample.done,
      max: sample.size,
    },
    response: one.response,
    words: `${one.response.words} words`,
    cards: one.criteria.map((criterion) => levelCardsFor(criterion, form)),
    keys: {
      label: 'Rating keys on',
      keys: [
        { keys: ['1–5'], text: 'level' },
        { keys: ['n'], text: 'save and next' },
      ],
    },
  };
  return pageOf(view, { notice, summary: summaryFor(form), toRate, outcome: null });
}

/** What the draft's anchors did to the levels, once nothing is left to read. */
export const sampleDonePage = (view: SampleView): PageReply =>
  pageOf(view, {
    notice: null,
    summary: null,
    toRate: null,
    outcome: sampleTable(view.sample, view.content, view.at.current.number),
  });

interface Body {
  readonly notice: Notice | null;
  readonly summary: ErrorSummary | null;
  readonly toRate: ToRate | null;
  readonly outcome: ReturnType<typeof sampleTable> | null;
}

function pageOf({ actor, requisition }: SampleView, body: Body): PageReply {
  const here = `/requisitions/${requisition.id}/rubric`;
  const heading = body.outcome === null ? 'Try the new anchors' : 'What the new anchors do';
  const buttons = [
    link('Preview and publish', `${here}/preview`),
    link('Back to the draft', `${here}/draft`),
  ];
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rubric-editor/sample',
    title: `${heading}: ${requisition.title}`,
    simulated: requisition.simulated,
    vm: {
      ...frameOf(actor, requisition, { heading, buttons }),
      about: body.outcome === null ? ABOUT : DONE,
      ...body,
    },
  };
}

const ABOUT =
  'Responses that raters have settled, drawn at random, without names, labels or the levels they have. Give each the level that the draft’s anchors ask for. Your levels count for nobody.';
const DONE =
  'Everybody who tried these anchors is counted together. Editing an anchor begins this afresh; a change of weights or names does not.';
