import { situationsFor } from '../../../core/expert-panel/rateable-situations.ts';
import type { OptionRatings } from '../../../core/expert-panel/expert-panel.ts';
import type { JudgmentItem } from '../../../core/item/item.ts';
import type { Notice, Scale } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { EFFECTIVENESS } from '../../../presentation/effectiveness-scale.ts';
import { expertPage } from './expert-frame.ts';
import type { Visit } from './find-expert.ts';

export const ratingField = (optionId: string): string => `rating-${optionId}`;

/** What was posted and is not what is stored. */
interface Unsaved {
  readonly why: 'gaps' | 'stale' | 'invalid';
  readonly posted: Readonly<Record<string, string>>;
}

/** One situation with all of its options, each on the candidates' scale. */
export function ratePage(visit: Visit, item: JudgmentItem, unsaved: Unsaved | null): PageReply {
  const { expert, form, organisation, at } = visit;
  const all = situationsFor(form, expert);
  const place = all.findIndex(({ id }) => id === item.id);
  const stored = expert.situations[item.id];
  const before = all[place - 1];
  const page = expertPage(organisation, 'rate', item.title, {
    heading: item.title,
    progress: {
      section: null,
      label: `Situation ${place + 1} of ${all.length}`,
      value: place + 1,
      max: all.length,
    },
    notice: unsaved === null ? null : noticeOf(item, unsaved, stored?.ratings ?? {}),
    situation: item.situation.split(/\n\s*\n/),
    scales: item.options.map((option): Scale => {
      const name = ratingField(option.id);
      const kept = stored?.ratings[option.id];
      return {
        ...{ id: name, name, label: option.text, hint: null, error: null, points: [...EFFECTIVENESS] },
        value: unsaved === null ? (kept === undefined ? null : String(kept)) : (unsaved.posted[name] ?? null),
      };
    }),
    action: `${at}/situations/${item.id}`,
    rev: String(stored?.rev ?? 0),
    list: `${at}/situations`,
    back: before === undefined ? null : `${at}/situations/${before.id}`,
  });
  return unsaved === null ? page : { ...page, status: unsaved.why === 'stale' ? 409 : 422 };
}

function noticeOf(item: JudgmentItem, { why }: Unsaved, stored: OptionRatings): Notice {
  if (why === 'gaps' || why === 'invalid')
    return {
      look: 'warn',
      heading: 'This was not saved yet',
      lines: [
        why === 'gaps'
          ? 'You have handed in, so every option needs a rating. What you chose is still here.'
          : 'Choose one of the seven points for each option. What you chose is still here.',
      ],
      links: [],
    };
  const ratings = item.options.map(({ id, text }) => `${stored[id] ?? 'not rated'}: ${text}`);
  return {
    look: 'warn',
    heading: 'This situation was saved in another window meanwhile',
    lines: [
      'What you chose here is below and not saved. Save again to keep it. Stored at the moment is:',
      ...ratings,
    ],
    links: [],
  };
}
