import { pickFollowUps, type FollowUp } from '../../core/interview/pick-follow-ups.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { quotesOf } from '../../presentation/quotes-of.ts';
import { readResponse } from '../../presentation/read-response.ts';
import type { Report } from './read-report.ts';

export interface Question {
  readonly id: string;
  readonly heading: string;
  /** As it is said aloud. */
  readonly ask: string;
  /** What to listen for, for the interviewer alone. */
  readonly meaning: string;
  readonly levels: readonly { readonly label: string; readonly anchor: string }[];
}

export interface FollowUpQuestion {
  readonly id: string;
  readonly heading: string;
  readonly ask: string;
}

/** The same for everybody in the role. */
export const coreQuestions = ({ rubric }: Report): readonly Question[] => rubric.criteria.map(coreQuestion);

/** At most two, from what this person wrote. */
export function followUpQuestions(report: Report): readonly FollowUpQuestion[] {
  const { attempt, standing, tasks } = report;
  const followUps = attempt === null ? [] : pickFollowUps({ criteria: standing.criteria, tasks });
  return followUps.map((one, index) => ({
    id: `follow-up-${index + 1}`,
    heading: `Follow-up ${index + 1}`,
    ask: followUpWords(one, report),
  }));
}

const coreQuestion = ({ id, label, definition, levels }: Criterion, index: number): Question => ({
  id: `question-${id}`,
  heading: `${index + 1} ${label}`,
  ask: `Tell me about a conversation at work in which “${label}” mattered and was not easy. What was the situation, what did you say or do, and what came of it?`,
  meaning: `To listen for, not to read aloud: ${definition}`,
  levels: levels.map(({ level, label: name, anchor }) => ({ label: `${level} ${name}`, anchor })),
});

/** Marked words where there are some, else how the response begins. */
function followUpWords({ criterion, prompt: id }: FollowUp, report: Report): string {
  const prompt = writtenPrompts(report.form).find((one) => one.id === id);
  if (prompt === undefined) throw new Error(`prompt ${id} is not in the form`);
  const response = readResponse(report, prompt, report.rubric);
  const sign = `${report.rubric.criteria.findIndex((one) => one.id === criterion) + 1}`;
  const [quote = beginningOf(response.a.map(({ text }) => text).join(''))] = quotesOf(response, sign);
  if (quote === '') {
    return `About “${prompt.title}” you wrote nothing. What would you say to this person?`;
  }
  return `About “${prompt.title}”: You wrote: “${quote}”. What led you there?`;
}

const LONGEST = 160;

/** Cut between words, so that no word is changed. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.lastIndexOf(' ', LONGEST);
  return `${line.slice(0, cut > 0 ? cut : LONGEST)} …`;
}
