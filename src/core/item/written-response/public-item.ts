import type { WrittenResponseItem } from '../item.ts';
import type { ItemId } from '../../kernel/ids.ts';

/** All that a candidate's page may know of the prompt: not the criteria, nor where it gives a chance to show them. */
export interface PublicWrittenResponse {
  readonly kind: 'written-response';
  readonly id: ItemId;
  readonly title: string;
  readonly situation: string;
  readonly stepA: { readonly ask: string };
  readonly stepB: { readonly update: string; readonly ask: string };
  readonly guide: { readonly min: number; readonly max: number };
  readonly maxWords: number;
}

/** Field by field, so that nothing added to a prompt later reaches a candidate by itself. */
export function publicWrittenResponse(item: WrittenResponseItem): PublicWrittenResponse {
  const { kind, id, title, situation, maxWords } = item;
  return {
    kind,
    id,
    title,
    situation,
    stepA: { ask: item.stepA.ask },
    stepB: { update: item.stepB.update, ask: item.stepB.ask },
    guide: { min: item.guide.min, max: item.guide.max },
    maxWords,
  };
}
