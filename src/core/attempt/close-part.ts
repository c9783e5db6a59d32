import type { Form, Section } from '../form/form.ts';
import type { ItemId } from '../kernel/ids.ts';
import type { Attempt } from './attempt.ts';
import { partClock, partEndsMs } from './part-clock.ts';
import { HAND_IN_GRACE_MS } from './time-limits.ts';

/** Sequence numbers of the part's items as the page believes them stored; without script there is none. */
export type Manifest = Readonly<Record<ItemId, number>>;

export interface PartClosing {
  readonly closedAtMs: number;
  readonly closedBy: 'hand-in' | 'time';
  /** Whether this was the last open part, so that the attempt is finished. */
  readonly finishes: boolean;
}

export type ClosePart =
  | ({ readonly kind: 'close' } & PartClosing)
  /** Something the page knows of is not stored, or the other way round: send these again. */
  | { readonly kind: 'resend'; readonly items: readonly ItemId[] }
  /** Handed in twice, or closed by the clock meanwhile. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'part-not-running' | 'old-epoch' };

/**
 * Whether a part can be handed in now. In time the manifest has to agree with what is stored; after the deadline
 * nothing blocks: the part closes with what is stored. Inside 60 s of grace it counts as handed in (flagged by
 * `closedAt` after the deadline), later as closed by the clock at its deadline.
 */
export function closePart(input: {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly section: Section;
  readonly epoch: number;
  readonly manifest: Manifest | null;
  readonly recvAtMs: number;
}): ClosePart {
  const { attempt, form, section, epoch, manifest, recvAtMs } = input;
  const part = partClock(attempt, section.id);
  if (part.state === 'closed' || attempt.state !== 'open') return { kind: 'closed' };
  if (part.state === 'waiting') return { kind: 'part-not-running' };
  if (epoch !== attempt.epoch) return { kind: 'old-epoch' };
  const endsMs = partEndsMs(attempt, part);
  const items = recvAtMs <= endsMs && manifest !== null ? mismatches(attempt, section, manifest) : [];
  if (items.length > 0) return { kind: 'resend', items };
  const inGrace = recvAtMs <= endsMs + HAND_IN_GRACE_MS;
  return {
    kind: 'close',
    closedAtMs: inGrace ? recvAtMs : endsMs,
    closedBy: inGrace ? 'hand-in' : 'time',
    finishes: isLastOpen(attempt, form, section),
  };
}

/** Whether every other part of the form is closed. */
export function isLastOpen(attempt: Attempt, form: Form, section: Section): boolean {
  return form.sections.every(({ id }) => id === section.id || partClock(attempt, id).state === 'closed');
}

function mismatches(attempt: Attempt, section: Section, manifest: Manifest): readonly ItemId[] {
  return section.items.filter((id) => (manifest[id] ?? 0) !== (attempt.responses[id]?.seq ?? 0));
}
