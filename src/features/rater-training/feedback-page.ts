import type { GivenLevels } from '../../core/calibration/rater-certification.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Criterion, LevelNumber } from '../../core/rubric/rubric.ts';
import type { Breadcrumb, Link, Notice, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { shownResponse } from './levels-form.ts';
import type { SetResponse } from './load-set.ts';

interface ComparedCriterion {
  readonly criterion: string;
  readonly verdict: string;
  readonly own: string;
  readonly key: string;
  readonly anchor: string;
  readonly cites: string | null;
  readonly because: string;
}

interface FeedbackVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly about: Notice;
  readonly response: MaskedResponse;
  readonly words: string;
  readonly whose: string;
  readonly said: string;
  readonly compared: readonly ComparedCriterion[];
  readonly next: Link;
  readonly again: string;
}

interface FeedbackPage {
  readonly breadcrumb: Breadcrumb;
  readonly place: string;
  readonly simulated: boolean;
  readonly own: GivenLevels;
  readonly next: Link;
  readonly again: string;
}

/** Own levels beside those of the key: what it comes to in words, then criterion by criterion. */
export function feedbackPage(one: SetResponse, page: FeedbackPage): PageReply {
  const { breadcrumb, place, simulated, own, next, again } = page;
  const compared = one.criteria.flatMap((criterion) => compare(criterion, one, own));
  const same = compared.filter(({ verdict }) => verdict === SAME).length;
  const authored = one.key?.source === 'authored';
  const vm: FeedbackVm = {
    breadcrumb,
    header: { heading: one.prompt.title, sub: place, chips: [], buttons: [] },
    about: authored ? practiceOnly : agreedOn,
    ...shownResponse(one.prompt, one.response),
    whose: authored ? 'Authors' : 'Experts',
    said: `The same level on ${same} of ${compared.length} criteria.`,
    compared,
    next,
    again,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rater-training/feedback',
    title: `Feedback: ${one.prompt.title}`,
    simulated,
    vm,
  };
}

const notice = (line: string): Notice => ({ look: 'info', heading: null, lines: [line], links: [] });
export const practiceOnly = notice(
  'Practice status only: these levels are authored, not confirmed by experts. They certify nobody.',
);
const agreedOn = notice('Experts of your organisation agreed on these levels.');

const SAME = 'The same level';

function compare(criterion: Criterion, { key }: SetResponse, own: GivenLevels): ComparedCriterion[] {
  const wanted = key?.levels[criterion.id];
  const given = own[criterion.id];
  if (wanted === undefined || given === undefined) return [];
  const apart = Math.abs(given - wanted.level);
  const way = given > wanted.level ? 'milder' : 'stricter';
  return [
    {
      criterion: criterion.label,
      verdict: apart === 0 ? SAME : `${apart === 1 ? 'One level' : `${apart} levels`} ${way}`,
      own: levelWords(criterion, given),
      key: levelWords(criterion, wanted.level),
      anchor: criterion.levels.find(({ level }) => level === wanted.level)?.anchor ?? '',
      cites: wanted.cites,
      because: wanted.because,
    },
  ];
}

const levelWords = ({ levels }: Criterion, level: LevelNumber): string =>
  `${level} – ${levels.find((entry) => entry.level === level)?.label ?? ''}`;
