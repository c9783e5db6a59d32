import { acceptsRatings } from '../../../core/expert-panel/panel-state.ts';
import type { Chip, CopyLink } from '../../../http/parts.ts';
import type { InvitedExpert } from '../../../store/panel-expert-store.ts';
import type { PanelView } from './panel-view.ts';

const STATES: Readonly<Record<InvitedExpert['state'], Chip>> = {
  invited: { label: 'Invited', look: 'plain' },
  'taking-part': { label: 'Rating', look: 'accent' },
  'handed-in': { label: 'Handed in', look: 'ok' },
  withdrawn: { label: 'Withdrawn', look: 'plain' },
};

export interface ExpertLine {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly state: Chip;
  /** Null where it leads nowhere any more. */
  readonly link: CopyLink | null;
  readonly mayWithdraw: boolean;
}

/** Whoever was invited, in that order, with the link that is theirs. */
export function expertLines({ panel, experts, linkOf, now }: PanelView): readonly ExpertLine[] {
  const open = acceptsRatings(panel, now);
  return experts.map((expert) => {
    const { id, email, state } = expert;
    const name = expert.name ?? (state === 'withdrawn' ? 'Somebody who was withdrawn' : 'Name deleted');
    return {
      id,
      name,
      email,
      state: STATES[state],
      link:
        open && state !== 'withdrawn'
          ? {
              id: `link-${id}`,
              label: `Link of ${name}`,
              hint: null,
              value: linkOf(expert),
              copyLabel: 'Copy',
              copied: 'Copied.',
            }
          : null,
      mayWithdraw: open && (state === 'invited' || state === 'taking-part'),
    };
  });
}
