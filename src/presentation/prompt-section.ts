import type { WrittenResponseItem } from '../../core/item/item.ts';
import { readResponse, type ReadResponse } from '../../presentation/read-response.ts';
import type { Comparison } from './compare-applicants.ts';

export interface PromptSection {
  readonly id: string;
  readonly title: string;
  readonly situation: string;
  readonly askA: string;
  readonly update: string;
  readonly askB: string;
  readonly columns: readonly ReadResponse[];
}

/** One prompt with the responses of everybody, side by side. */
export function promptSection(prompt: WrittenResponseItem, { people, rubric }: Comparison): PromptSection {
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
