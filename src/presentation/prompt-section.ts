import type { WrittenResponseItem } from '../core/item/item.ts';
import type { RubricVersion } from '../core/rubric/rubric.ts';
import { readResponse, type ReadPerson, type ReadResponse } from './read-response.ts';

export interface PromptSection {
  readonly id: string;
  readonly title: string;
  readonly situation: string;
  readonly askA: string;
  readonly update: string;
  readonly askB: string;
  readonly columns: readonly ReadResponse[];
}

interface Read {
  readonly people: readonly ReadPerson[];
  readonly rubric: RubricVersion;
}

/** One prompt with the responses of everybody, side by side. */
export function promptSection(prompt: WrittenResponseItem, { people, rubric }: Read): PromptSection {
  return {
    id: prompt.id,
    title: prompt.title,
    situation: prompt.situation,
    askA: prompt.stepA.ask,
    update: prompt.stepB.update,
    askB: prompt.stepB.ask,
    columns: people.map((person) => readResponse(person, prompt, rubric)),
  };
}
