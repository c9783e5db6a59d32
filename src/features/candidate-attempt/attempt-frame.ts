import { partEndsMs } from '../../core/attempt/part-clock.ts';
import { COMES_BACK_MS, timeLeftWords } from '../../core/attempt/time-left.ts';
import type { PartClock } from '../../core/attempt/attempt.ts';
import { candidateContact } from '../../http/candidate-contact.ts';
import type { SaveState, SlimHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { Sitting } from './load-sitting.ts';

/** What the script needs to know about the attempt, as data attributes of one element. */
interface AttemptData {
  readonly id: string;
  readonly epoch: string;
  /** `yes` where this tab is the writer. */
  readonly writes: 'yes' | 'no';
  /** `yes` while a part runs, so that the page gives signs of life. */
  readonly running: 'yes' | 'no';
  readonly heartbeat: string;
  readonly state: string;
  readonly claim: string;
  readonly overview: string;
}

function attemptData({ attempt, writes, to }: Sitting): AttemptData {
  const running = Object.values(attempt.parts).some((part) => part.state === 'running');
  return {
    id: attempt.id,
    epoch: String(attempt.epoch),
    writes: writes ? 'yes' : 'no',
    running: running && attempt.state === 'open' ? 'yes' : 'no',
    heartbeat: to.heartbeat,
    state: to.state,
    claim: to.claim,
    overview: to.overview,
  };
}

/** Shown instead of everything that writes, with the way to become the writer; null for the writer. */
export function readOnlyNote({ writes, attempt, to }: Sitting, itemId: string | null) {
  return writes || attempt.state !== 'open' ? null : { action: to.claim, itemId };
}

/** Employer, quiet clock and save state: the only things above a question. */
export function slimHeader(sitting: Sitting, part: PartClock, saveState: SaveState | null): SlimHeader {
  const { attempt, organisation, now } = sitting;
  const leftMs = partEndsMs(attempt, part) - now.getTime();
  const timer =
    part.deadlineMs === null
      ? null
      : {
          label: 'Time left in this part',
          text: timeLeftWords(leftMs),
          endsAt: new Date(part.deadlineMs).toISOString(),
          ends: `Ends at ${new Date(part.deadlineMs).toISOString().slice(11, 16)} (UTC)`,
          late: leftMs <= COMES_BACK_MS,
          now: now.toISOString(),
          hide: 'Hide timer',
          show: 'Show timer',
        };
  return { brand: organisation.name, timer, saveState };
}

/** A candidate's page with what all of them share. */
export function candidatePage(sitting: Sitting, view: string, title: string, vm: object): PageReply {
  return {
    kind: 'page',
    layout: 'candidate',
    view: `candidate-attempt/${view}`,
    title,
    organisation: sitting.organisation.name,
    contact: candidateContact(sitting.organisation),
    simulated: sitting.simulated,
    vm: { data: attemptData(sitting), ...vm },
  };
}
