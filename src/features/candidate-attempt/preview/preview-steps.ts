import type { Receipt, StoredResponse } from '../../../core/attempt/attempt.ts';
import { findItem } from '../../../core/form/find-item.ts';
import type { PracticeItem, Section } from '../../../core/form/form.ts';
import type { Item } from '../../../core/item/item.ts';
import type { ItemId } from '../../../core/kernel/ids.ts';
import { emptyForm } from '../../../http/form-state.ts';
import type { PageReply } from '../../../http/reply.ts';
import { itemPage } from '../item-page.ts';
import { landingPage, untouched } from '../landing-page.ts';
import { setUpPage } from '../overview-page.ts';
import { checkPage, partStartPage } from '../part-page.ts';
import { practicePage } from '../practice-page.ts';
import { receiptPage } from '../receipt-page.ts';
import { previewSitting, type Preview } from './preview-sitting.ts';

/** One page of the walk: the last part of its address, its name in the list of pages, and how it is made. */
export interface PreviewStep {
  readonly slug: string;
  readonly label: string;
  readonly about:
    | { readonly kind: 'landing' | 'set-up' | 'part' | 'receipt' }
    | { readonly kind: 'practice'; readonly item: PracticeItem }
    | { readonly kind: 'item'; readonly item: Item };
  readonly page: () => PageReply;
}

/** Everything a candidate comes by, in order, made by the pages that candidates get. */
export function previewSteps(preview: Preview): readonly PreviewStep[] {
  const { form } = preview.invitation;
  const [first] = form.sections;
  if (first === undefined) throw new Error(`form ${form.assessmentId} has no parts`);
  const usual = { theme: 'system', text: 'usual', timer: 'shown' };
  return [
    {
      slug: 'landing',
      label: 'Page behind the link',
      about: { kind: 'landing' },
      page: () => landing(preview),
    },
    {
      slug: 'set-up',
      label: 'Before you start',
      about: { kind: 'set-up' },
      page: () => setUpPage(previewSitting(preview), first, usual),
    },
    ...form.practice.map((item): PreviewStep => practiceStep(preview, item)),
    ...form.sections.flatMap((section, index) => partSteps(preview, section, index + 1)),
    {
      slug: 'receipt',
      label: 'Receipt',
      about: { kind: 'receipt' },
      page: () => receipt(preview),
    },
  ];
}

function landing(preview: Preview): PageReply {
  const page = landingPage(preview.invitation, '', untouched);
  const here = `${preview.root}/landing`;
  return { ...page, vm: { ...page.vm, action: here, askHref: here } };
}

const practiceStep = (preview: Preview, item: PracticeItem): PreviewStep => ({
  slug: `practice.${item.id}`,
  label: `Practice: ${item.title}`,
  about: { kind: 'practice', item },
  page: () => practicePage(previewSitting(preview), item, null),
});

function partSteps(preview: Preview, section: Section, number: number): readonly PreviewStep[] {
  const items = section.items.flatMap((id) => findItem(preview.invitation.form, id) ?? []);
  return [
    {
      slug: `part.${section.id}`,
      label: `Part ${number}: start`,
      about: { kind: 'part' },
      page: () => partStartPage(previewSitting(preview), section),
    },
    ...items.flatMap((item) => itemSteps(preview, item)),
    {
      slug: `check.${section.id}`,
      label: `Part ${number}: check and hand in`,
      about: { kind: 'part' },
      page: () => checkPage(previewSitting(preview), section, []),
    },
  ];
}

function itemSteps(preview: Preview, item: Item): readonly PreviewStep[] {
  const about = { kind: 'item', item } as const;
  const plain = { item, conflict: null, refusal: null };
  const first = () => itemPage({ ...plain, sitting: previewSitting(preview) });
  const second = () =>
    itemPage({
      ...plain,
      sitting: previewSitting(preview, { responses: firstStepOf(item.id, preview.now) }),
    });
  return [
    { slug: `item.${item.id}`, label: item.title, about, page: first },
    ...(item.kind === 'written-response'
      ? [{ slug: `item.${item.id}.next`, label: `${item.title}: second step`, about, page: second }]
      : []),
  ];
}

/** The second step is shown once the first holds something. */
function firstStepOf(itemId: ItemId, savedAt: Date): Readonly<Record<ItemId, StoredResponse>> {
  const a = 'What the candidate wrote in the first step stands here and can still be changed.';
  const value = { kind: 'written-response', a, b: '' } as const;
  return { [itemId]: { epoch: 1, seq: 1, value, hash: '', savedAt, lateByMs: 0 } };
}

function receipt(preview: Preview): PageReply {
  const nothing: Receipt = { code: 'PREVIEW', at: preview.now, count: 0, hash: '', items: {} };
  return receiptPage(previewSitting(preview, { state: 'submitted' }), nothing, {
    keptAside: [],
    feedback: null,
    reuse: null,
    form: emptyForm,
  });
}
