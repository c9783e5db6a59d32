import type { TimeChoice } from '../../core/attempt/attempt.ts';

/** "30 minutes", "37 minutes 30 seconds". */
export function durationWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const seconds = Math.round((ms % 60_000) / 1000);
  const whole = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return seconds === 0 ? whole : `${whole} ${seconds} seconds`;
}

/** A moment for the reader: the script shows it in the time of the device, without script it is in UTC. */
export interface Moment {
  readonly iso: string;
  readonly text: string;
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

export const momentOf = (date: Date): Moment => ({
  iso: date.toISOString(),
  text: `${MOMENT.format(date)} (UTC)`,
});

export const countWord = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const TIME_CHOICE_WORDS: Readonly<Record<TimeChoice, string>> = {
  usual: 'Usual time',
  'plus-25': 'A quarter more',
  'plus-50': 'Half as much again',
  'plus-100': 'Twice the time',
  'no-limit': 'No limit',
};

/** The paragraphs of an authored text. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
