import type { Actor } from '../../core/person/person.ts';
import { listDifferences } from '../../core/rubric/list-differences.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import {
  emptyForm,
  errorOf,
  summaryFor,
  textareaFor,
  textOf,
  type FormState,
} from '../../http/form-state.ts';
import type { Notice, RadioCards } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { differencesTable } from './differences-table.ts';
import { effectOf } from './effect-list.ts';
import type { Affected } from './find-affected.ts';
import type { RubricAtWork } from './load-rubric.ts';
import type { Sample } from './load-sample.ts';
import { frameOf, link } from './page-frame.ts';
import type { DraftPreview } from './preview-draft.ts';
import { CHANGE } from './rubric-words.ts';
import { sampleOffer } from './sample-offer.ts';

interface Looked {
  readonly content: RubricContent;
  readonly preview: DraftPreview;
  /** Null where nothing settled has to be rated again. */
  readonly sample: Sample | null;
}

export interface PreviewView {
  readonly actor: Actor;
  readonly at: RubricAtWork;
  /** Null where there is no draft that could be published: then only the form is there, as it was sent. */
  readonly looked: Looked | null;
  readonly affected: Affected;
  /** How many people could approve it besides whoever looks at it. */
  readonly seconds: number;
  readonly form?: FormState;
  readonly notice?: Notice | null;
}

/** What the draft would change, in counts and sizes, and the form that publishes it. */
export function previewPage(view: PreviewView): PageReply {
  const { actor, at, looked, form = emptyForm, notice = null } = view;
  const { requisition } = at;
  const here = `/requisitions/${requisition.id}/rubric`;
  const same = looked?.preview.change.kind === 'none';
  const vm = {
    ...frameOf(actor, requisition, {
      heading: 'Preview and publish',
      chips: [{ label: 'Nothing changes until you publish', look: 'plain' }],
      buttons: at.rubric.draft === null ? [] : [link('Back to the draft', `${here}/draft`)],
    }),
    summary: summaryFor(form),
    notice,
    looked: looked === null ? null : lookedAt(at, looked, here),
    publish: same ? null : { ...publishForm(view, `${here}/publication`), unsaved: form !== emptyForm },
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rubric-editor/preview',
    title: `Preview and publish: ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

function lookedAt(at: RubricAtWork, { content, preview, sample }: Looked, here: string) {
  const { current, intake, form } = at;
  const { kind, criteria } = preview.change;
  return {
    change: {
      heading: `Kind of change: ${CHANGE[kind].name}`,
      effect: CHANGE[kind].effect,
      criteria: criteria.map(
        ({ label, kinds }) =>
          `${label.trim() || 'A criterion'}: ${kinds.map((one) => CHANGE[one].name).join(', ')}`,
      ),
    },
    effect: effectOf(intake, preview),
    differences:
      kind === 'none'
        ? null
        : differencesTable(listDifferences(current, content), form, {
            id: 'differences',
            heading: `What changes since version ${current.number}`,
            before: `Version ${current.number}`,
            after: 'Draft',
            note: null,
          }),
    sample: sample === null ? null : sampleOffer(sample, content, current.number, `${here}/sample`),
  };
}

function publishForm({ at, looked, affected, seconds, form = emptyForm }: PreviewView, action: string) {
  return {
    action,
    rev: String(at.rubric.rev),
    scope: affected.invited ? scopeOf(at, form) : null,
    reason: textareaFor(form, {
      name: 'reason',
      label: 'Reason',
      hint: 'What about the job made this change right? It is shown with the version for ever.',
      rows: 3,
    }),
    note: noteOf(affected, seconds),
    button:
      looked === null
        ? 'Try again'
        : affected.scored && seconds > 0
          ? 'Ask a second person to approve it'
          : 'Publish the new version',
  };
}

function noteOf({ scored }: Affected, seconds: number): string {
  if (!scored) return 'Nobody has a score yet, so the new version counts as soon as it is published.';
  return seconds > 0
    ? 'Somebody has a score already, so an owner or an auditor other than you approves it before anything changes.'
    : 'Somebody has a score already and there is no second person to approve it, so it takes effect after two days.';
}

function scopeOf({ intake }: RubricAtWork, form: FormState): RadioCards {
  const locked = intake.rejectedAt !== null;
  const next = {
    value: 'next-intake',
    label: 'People invited from now on',
    hint: 'A new intake begins. They are compared with each other, not with those invited before.',
  };
  const everybody = {
    value: 'everybody',
    label: 'Everybody in the running intake',
    hint: 'They change to the new version together, and each report names it.',
  };
  return {
    id: 'scope',
    name: 'scope',
    label: 'For whom',
    hint: locked ? 'People were rejected under the version that counts, so it stays for this intake.' : null,
    error: errorOf(form, 'scope'),
    value: textOf(form, 'scope') || 'next-intake',
    required: true,
    options: locked ? [next] : [next, everybody],
  };
}
