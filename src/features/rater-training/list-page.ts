import { certificationState } from '../../core/calibration/certification-state.ts';
import { openPause, type RaterCertification } from '../../core/calibration/rater-certification.ts';
import type { Chip, DataTable, EmptyState } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { RatedAnchors } from './find-sets.ts';
import { isSimulated, pathOf } from './set-frame.ts';

/** What a rater can train for: one line for every set of anchors they may be asked to rate by. */
export function listPage(
  all: readonly RatedAnchors[],
  certifications: readonly RaterCertification[],
  now: Date,
): PageReply {
  const vm = {
    breadcrumb: { links: [{ label: 'Rating', href: '/rating' }], here: 'Training' },
    header: {
      heading: 'Training',
      sub: 'Practise with feedback, then show on a set of your own that your levels mean what the anchors say.',
      chips: [],
      buttons: [],
    },
    table: all.length === 0 ? null : table(all, certifications, now),
    nothing: all.length === 0 ? nothing : null,
  };
  const simulated = all.length > 0 && all.every(isSimulated);
  return { kind: 'page', layout: 'staff', view: 'rater-training/list', title: 'Training', vm, simulated };
}

const nothing: EmptyState = {
  heading: 'Nothing to train for yet',
  text: 'As soon as a role is open that you may rate in, its anchors appear here.',
  buttons: [],
};

function table(
  all: readonly RatedAnchors[],
  certifications: readonly RaterCertification[],
  now: Date,
): DataTable {
  return {
    ...{ id: 'training', heading: 'Anchors', headingHidden: true, note: null },
    columns: ['Assessment and roles', 'You'].map((label) => ({
      ...{ label, labelHidden: false, align: 'start' as const, sort: null },
    })),
    rows: all.map((anchors) => {
      const own = certifications.find(({ anchorHash }) => anchorHash === anchors.anchorHash) ?? null;
      const [first] = anchors.roles;
      const roles = anchors.roles.map(({ title }) => title).join(', ');
      return {
        lineAfter: null,
        cells: [
          { kind: 'link', text: first.assessmentTitle, href: pathOf(anchors), sub: roles },
          { kind: 'chips', chips: chipsOf(own, now) },
        ],
      };
    }),
    empty: '',
    sortsInPlace: false,
  };
}

/** Where a rater stands under one set of anchors, in a word or two. */
export function chipsOf(certification: RaterCertification | null, now: Date): Chip[] {
  if (certification === null) return [{ label: 'not begun', look: 'plain' }];
  const pause = openPause(certification);
  const state = certificationState(certification, now);
  const certified: Chip =
    state.kind === 'certified'
      ? { label: 'certified', look: 'ok' }
      : { label: state.kind === 'lapsed' ? 'certification lapsed' : 'not certified', look: 'plain' };
  if (pause === null) return [certified];
  return [certified, { label: pause.cause === 'drift' ? 'paused' : 'not passed twice', look: 'warn' }];
}
