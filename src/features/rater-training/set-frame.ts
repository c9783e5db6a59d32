import type { Breadcrumb } from '../../http/parts.ts';
import type { RatedAnchors } from './find-sets.ts';

export const pathOf = ({ anchorHash }: Pick<RatedAnchors, 'anchorHash'>): string =>
  `/rating/training/${anchorHash}`;

/** Where a rater's training pages stand. */
export const breadcrumbOf = (anchors: RatedAnchors, here: string): Breadcrumb => ({
  links: [
    { label: 'Rating', href: '/rating' },
    { label: 'Training', href: '/rating/training' },
    { label: anchors.roles[0].assessmentTitle, href: pathOf(anchors) },
  ],
  here,
});

export const isSimulated = ({ roles }: RatedAnchors): boolean => roles.every(({ simulated }) => simulated);
