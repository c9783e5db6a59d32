import { partClock } from '../../core/attempt/part-clock.ts';
import { partProgress, type ItemProgress } from '../../core/attempt/part-progress.ts';
import { timeForPart } from '../../core/attempt/start-part.ts';
import type { Section } from '../../core/form/form.ts';
import type { ItemId } from '../../core/kernel/ids.ts';
import type { DataTable, Notice, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { partNumber } from './address.ts';
import { candidatePage, readOnlyNote, slimHeader } from './attempt-frame.ts';
import type { Sitting } from './load-sitting.ts';
import { countWord, durationWords, momentOf } from './words.ts';

/** The last page before a clock starts. */
export function partStartPage(sitting: Sitting, section: Section): PageReply {
  const { attempt, form, to } = sitting;
  const number = partNumber(form, section);
  const time = timeForPart(attempt, section);
  const creditMs = partClock(attempt, section.id).creditMs;
  return candidatePage(sitting, 'part-start', `Part ${number}: ${section.title}`, {
    readOnly: readOnlyNote(sitting, null),
    part: `Part ${number} of ${form.sections.length}`,
    heading: section.title,
    written: section.kind === 'written',
    count: countWord(section.items.length, 'question', 'questions'),
    time: time === null ? null : durationWords(time + creditMs),
    unchecked: form.limitSource === 'author',
    usual: section.usualMinutes,
    endsBy: momentOf(attempt.endsBy),
    action: to.start(section.id),
    epoch: String(sitting.writer),
    button: `Start part ${number}`,
    back: to.overview,
  });
}

const STATE_WORDS = { answered: 'Answered', partial: 'Partly answered', empty: 'Empty' } as const;
const EMPTY_WORDS = {
  judgment: 'If many situations stay empty, this part cannot be scored.',
  written: 'An empty answer counts as the lowest level.',
} as const;
const STATE_LOOKS = { answered: 'ok', partial: 'warn', empty: 'warn' } as const;

/** Everything of a part at a glance before it is handed in. `missing` are answers that did not reach us. */
export function checkPage(sitting: Sitting, section: Section, missing: readonly ItemId[]): PageReply {
  const { attempt, form, to } = sitting;
  const number = partNumber(form, section);
  const progress = partProgress(attempt, form, section);
  const manifest = Object.fromEntries(section.items.map((id) => [id, attempt.responses[id]?.seq ?? 0]));
  return candidatePage(sitting, 'check', `Check part ${number}`, {
    readOnly: readOnlyNote(sitting, null),
    // Empty until the page has something to say about sending.
    slimHeader: slimHeader(sitting, partClock(attempt, section.id), { text: '', state: 'saved' }),
    part: `Part ${number} of ${form.sections.length}, ${section.title}`,
    heading: 'Check your answers',
    notices: checkNotices(section, progress, missing),
    table: checkTable(sitting, progress),
    action: to.handIn(section.id),
    epoch: String(sitting.writer),
    manifest: JSON.stringify(manifest),
    button: `Hand in part ${number}`,
    back: to.item(lastOf(section)),
  });
}

function lastOf(section: Section): ItemId {
  const last = section.items.at(-1);
  if (last === undefined) throw new Error(`section ${section.id} has no items`);
  return last;
}

function checkNotices(
  section: Section,
  progress: readonly ItemProgress[],
  missing: readonly ItemId[],
): Notice[] {
  const warn = (...lines: string[]): Notice => ({ look: 'warn', heading: null, lines, links: [] });
  const notices: Notice[] = [];
  const open = progress.filter(({ state }) => state !== 'answered').length;
  if (missing.length > 0) {
    const titles = progress.filter(({ item }) => missing.includes(item.id)).map(({ item }) => item.title);
    notices.push(
      warn(`Not everything has reached us: ${titles.join(', ')}. Open it, save again, then hand in.`),
    );
  }
  if (open > 0) {
    const words = countWord(open, 'question is not finished.', 'questions are not finished.');
    notices.push(warn(`${words} ${EMPTY_WORDS[section.kind]} You may still hand in.`));
  }
  const long = progress.filter(({ overLong }) => overLong);
  for (const { item } of long) {
    const most = item.kind === 'written-response' ? item.maxWords : 0;
    notices.push(warn(`“${item.title}” has more than ${most} words. Please shorten it if you can.`));
  }
  return notices;
}

function checkTable({ to }: Sitting, progress: readonly ItemProgress[]): DataTable {
  const column = (label: string) => ({ label, labelHidden: false, align: 'start' as const, sort: null });
  return {
    id: 'answers',
    heading: 'Your answers in this part',
    headingHidden: true,
    note: null,
    columns: [column('Question'), column('State')],
    rows: progress.map(({ item, state, remind, overLong }, index): Row => {
      const chips = [{ label: STATE_WORDS[state], look: STATE_LOOKS[state] } as const];
      const look = remind ? [{ label: 'Look again', look: 'accent' } as const] : [];
      const long = overLong ? [{ label: 'Long', look: 'warn' } as const] : [];
      return {
        cells: [
          { kind: 'link', text: `${index + 1}. ${item.title}`, href: to.item(item.id), sub: null },
          { kind: 'chips', chips: [...chips, ...look, ...long] },
        ],
        lineAfter: null,
      };
    }),
    empty: 'There are no questions in this part.',
    sortsInPlace: false,
  };
}

/** The clock of the part has run out; what was saved counts. */
export function timeUpPage(sitting: Sitting, section: Section): PageReply {
  const { attempt, form, to } = sitting;
  const saved = partProgress(attempt, form, section).filter(({ state }) => state !== 'empty').length;
  return candidatePage(sitting, 'time-up', 'Time is up', {
    readOnly: readOnlyNote(sitting, null),
    heading: 'Time is up',
    saved: `${saved} of ${countWord(section.items.length, 'answer is', 'answers are')} saved. Everything that was saved counts.`,
    action: to.handIn(section.id),
    epoch: String(sitting.writer),
  });
}
