import type { Link, NavLink, SaveState } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import type { Preview } from './preview-sitting.ts';
import type { PreviewStep } from './preview-steps.ts';

interface PreviewBar {
  readonly place: string;
  readonly before: Link | null;
  readonly after: Link | null;
  readonly leave: string;
  readonly pages: readonly NavLink[];
}

const UNSAVED: SaveState = { text: 'Preview, not saved', state: 'stop' };

/** A candidate's page inside the bar of the preview, without what would make it talk to the server. */
export function previewPage(
  preview: Preview,
  steps: readonly PreviewStep[],
  step: PreviewStep,
  page: PageReply,
): PageReply {
  const silent = { data: null, ...('slimHeader' in page.vm ? { slimHeader: silentHeader(page.vm) } : {}) };
  return {
    ...page,
    view: 'candidate-attempt/preview',
    title: `Preview: ${page.title}`,
    vm: { bar: barOf(preview, steps, step), view: page.view, page: { ...page.vm, ...silent } },
  };
}

const silentHeader = ({ slimHeader }: { readonly slimHeader?: unknown }) => ({
  ...(slimHeader as object),
  saveState: UNSAVED,
});

function barOf({ root, leave }: Preview, steps: readonly PreviewStep[], step: PreviewStep): PreviewBar {
  const at = steps.indexOf(step);
  const linkTo = (other: PreviewStep | undefined, label: string): Link | null =>
    other === undefined ? null : { label, href: `${root}/${other.slug}` };
  return {
    place: `Page ${at + 1} of ${steps.length}`,
    before: linkTo(steps[at - 1], 'Previous page'),
    after: linkTo(steps[at + 1], 'Next page'),
    leave,
    pages: steps.map((one) => ({ label: one.label, href: `${root}/${one.slug}`, current: one === step })),
  };
}
