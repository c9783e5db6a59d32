import type { NextStep } from '../../core/attempt/next-step.ts';
import { mayReopen } from '../../core/attempt/may-reopen.ts';
import { offeredTimes } from '../../core/attempt/choose-time.ts';
import { partProgress } from '../../core/attempt/part-progress.ts';
import { timeForPart } from '../../core/attempt/start-part.ts';
import type { TimeChoice } from '../../core/attempt/attempt.ts';
import type { Form, Section } from '../../core/form/form.ts';
import { candidateContact } from '../../http/candidate-contact.ts';
import type { Button, RadioCards } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { partNumber } from './address.ts';
import { candidatePage, readOnlyNote } from './attempt-frame.ts';
import type { Sitting } from './load-sitting.ts';
import { partWords } from './part-words.ts';
import { durationWords, momentOf, TIME_CHOICE_WORDS } from './words.ts';

export interface Comfort {
  readonly theme: string;
  readonly text: string;
  readonly timer: string;
}

/** Before the first part: time, comfort, practice, and the way to ask for a change. */
export function setUpPage(sitting: Sitting, first: Section, comfort: Comfort): PageReply {
  const { attempt, form, organisation, to } = sitting;
  const times = offeredTimes(attempt);
  return candidatePage(sitting, 'set-up', 'Before you start', {
    readOnly: readOnlyNote(sitting, null),
    heading: 'Before you start',
    role: sitting.roleTitle,
    epoch: String(sitting.writer),
    parts: partWords(form, attempt.timed),
    endsBy: momentOf(attempt.endsBy),
    time: times.length === 0 ? null : { action: to.time, cards: timeCards(sitting, times) },
    comfort: { action: to.comfort, cards: comfortCards(comfort, times.length > 0) },
    practice: form.practice.map((item, index) => ({
      label: `Practice question ${index + 1}: ${item.title}`,
      href: to.practice(item.id),
    })),
    contact: candidateContact(organisation),
    askHref: to.adjustments,
    here: to.overview,
    start: startButton(sitting, times, to.part(first.id)),
  });
}

/** Where a time may be chosen, going on keeps the choice: nobody loses it by not pressing another button first. */
function startButton({ writes }: Sitting, times: readonly TimeChoice[], href: string): Button {
  const label = 'Go to part 1';
  if (!writes || times.length === 0) return linkButton(label, href);
  return {
    ...{ kind: 'submit', label, look: 'primary', name: 'go', value: 'on', form: 'time-form' },
    ...{ fragment: null, key: null },
  };
}

function timeCards({ attempt, form }: Sitting, times: readonly TimeChoice[]): RadioCards {
  return {
    id: 'time',
    name: 'time',
    label: 'How much time do you want?',
    hint: 'You need no reason and no proof. Nobody who rates or decides sees it. You can change it until the first part starts.',
    error: null,
    value: attempt.timeChoice,
    required: false,
    options: times.map((choice) => ({
      value: choice,
      label: TIME_CHOICE_WORDS[choice],
      hint: timeHint(form, choice),
    })),
  };
}

function timeHint(form: Form, timeChoice: TimeChoice): string {
  const times = form.sections.map((section) => timeForPart({ timed: true, timeChoice }, section));
  return times.some((ms) => ms === null)
    ? 'The clock is off'
    : times.map((ms, index) => `Part ${index + 1}: ${durationWords(ms ?? 0)}`).join(' · ');
}

function comfortCards({ theme, text, timer }: Comfort, timed: boolean): readonly RadioCards[] {
  const cards = (
    name: string,
    label: string,
    value: string,
    options: Record<string, string>,
  ): RadioCards => ({
    id: name,
    name,
    label,
    hint: null,
    error: null,
    value,
    required: false,
    options: Object.entries(options).map(([key, words]) => ({ value: key, label: words, hint: null })),
  });
  const themes = { system: 'As on my device', light: 'Light', dark: 'Dark' };
  const sizes = { usual: 'Usual', large: 'Large', larger: 'Larger' };
  const clocks = { shown: 'Shown', hidden: 'Hidden until 5 minutes are left' };
  return [
    cards('theme', 'Light or dark', theme, themes),
    cards('text', 'Size of the text', text, sizes),
    ...(timed ? [cards('timer', 'Clock on the page', timer, clocks)] : []),
  ];
}

/** Between two pages of work: a part runs, or one is done and the next waits. The clock of a waiting part is off. */
export function restingPage(sitting: Sitting, step: NextStep & { kind: 'continue' | 'between' }): PageReply {
  const { attempt, form, now, to } = sitting;
  const { section } = step;
  const number = partNumber(form, section);
  const running = step.kind === 'continue';
  const heading = running ? `Part ${number} is running` : `Part ${number - 1} is done`;
  const open = partProgress(attempt, form, section).find(({ state }) => state !== 'answered');
  const goOn = open === undefined ? to.check(section.id) : to.item(open.item.id);
  return candidatePage(sitting, 'resting', heading, {
    readOnly: readOnlyNote(sitting, null),
    heading,
    running,
    handedIn: running ? null : handedInWords(sitting, number),
    askHref: mayReopen(attempt, form, now.getTime()) ? to.adjustments : null,
    endsBy: momentOf(attempt.endsBy),
    next: running
      ? linkButton(`Continue part ${number}`, goOn)
      : linkButton(`Go to part ${number}`, to.part(section.id)),
  });
}

function handedInWords({ attempt, form }: Sitting, number: number): string {
  const before = form.sections[number - 2];
  const closedBy = before === undefined ? null : (attempt.parts[before.id]?.closedBy ?? null);
  return closedBy === 'time'
    ? 'Its time ran out. Everything that was saved counts.'
    : 'Your answers of this part are in.';
}

const linkButton = (label: string, href: string): Button => ({ kind: 'link', label, look: 'primary', href });
