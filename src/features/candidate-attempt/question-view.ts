import { countWords } from '../../core/item/count-words.ts';
import type { PublicBestWorst } from '../../core/item/best-worst/public-item.ts';
import type { PublicPickOne } from '../../core/item/pick-one/public-item.ts';
import type { PublicItem } from '../../core/item/public-item.ts';
import type { PublicRateOptions } from '../../core/item/rate-options/public-item.ts';
import type { PublicWrittenResponse } from '../../core/item/written-response/public-item.ts';
import type { Scale, Textarea } from '../../http/parts.ts';
import { EFFECTIVENESS } from '../../presentation/effectiveness-scale.ts';
import { rankOptionsList, type RankOptionsList } from './rank-options-view.ts';
import { ratingField } from './read-answer.ts';
import type { ShownAnswer } from './shown-answer.ts';
import { countWord, paragraphsOf } from './words.ts';

interface Asked {
  readonly situation: readonly string[];
  /** What is wrong with what was posted; null where nothing is. */
  readonly error: string | null;
}

interface RateOptionsView extends Asked {
  readonly kind: 'rate-options';
  readonly ask: string;
  readonly scales: readonly Scale[];
}

interface BestWorstView extends Asked {
  readonly kind: 'best-worst';
  readonly ask: string;
  readonly rows: readonly { id: string; text: string; best: boolean; worst: boolean }[];
}

interface PickOneView extends Asked {
  readonly kind: 'pick-one';
  readonly ask: string;
  readonly rows: readonly { id: string; text: string; picked: boolean }[];
}

interface RankOptionsView extends Asked {
  readonly kind: 'rank-options';
  readonly ask: string;
  readonly list: RankOptionsList;
}

interface WrittenView extends Asked {
  readonly kind: 'written-response';
  readonly a: Textarea;
  /** The second step comes once the first is saved. */
  readonly b: { readonly update: readonly string[]; readonly box: Textarea } | null;
  readonly count: { readonly text: string; readonly limit: string; readonly guide: string };
}

/** The controls of one question, filled in. Made from the public item alone, so a key cannot get here. */
export type QuestionView = RateOptionsView | BestWorstView | PickOneView | RankOptionsView | WrittenView;

interface Filling {
  readonly shown: ShownAnswer;
  readonly showsUpdate: boolean;
  readonly error: string | null;
}

export function questionView(item: PublicItem, filling: Filling): QuestionView {
  switch (item.kind) {
    case 'rate-options':
      return rateOptions(item, filling);
    case 'best-worst':
      return bestWorst(item, filling);
    case 'pick-one':
      return pickOne(item, filling);
    case 'rank-options': {
      const { kind, situation, question } = item;
      const list = rankOptionsList(item, filling.shown);
      return { kind, situation: paragraphsOf(situation), error: filling.error, ask: question, list };
    }
    case 'written-response':
      return written(item, filling);
  }
}

function rateOptions(item: PublicRateOptions, { shown, error }: Filling): RateOptionsView {
  const scales = item.options.map(({ id, text }): Scale => {
    const name = ratingField(id);
    return {
      id: name,
      name,
      label: text,
      hint: null,
      error: null,
      value: shown[name] ?? null,
      points: EFFECTIVENESS,
    };
  });
  return { kind: item.kind, situation: paragraphsOf(item.situation), error, ask: item.question, scales };
}

function bestWorst(item: PublicBestWorst, { shown, error }: Filling): BestWorstView {
  const rows = item.options.map(({ id, text }) => ({
    id,
    text,
    best: shown['best'] === id,
    worst: shown['worst'] === id,
  }));
  return { kind: item.kind, situation: paragraphsOf(item.situation), error, ask: item.question, rows };
}

function pickOne(item: PublicPickOne, { shown, error }: Filling): PickOneView {
  const rows = item.options.map(({ id, text }) => ({ id, text, picked: shown['pick'] === id }));
  return { kind: item.kind, situation: paragraphsOf(item.situation), error, ask: item.question, rows };
}

function written(item: PublicWrittenResponse, { shown, showsUpdate, error }: Filling): WrittenView {
  const { guide, maxWords } = item;
  const both = countWords(shown['a'] ?? '') + countWords(shown['b'] ?? '');
  return {
    kind: item.kind,
    situation: paragraphsOf(item.situation),
    error,
    a: box('a', item.stepA.ask, shown, error),
    b: showsUpdate
      ? { update: paragraphsOf(item.stepB.update), box: box('b', item.stepB.ask, shown, null) }
      : null,
    count: {
      text: countWord(both, 'word', 'words'),
      limit: String(maxWords),
      guide: `For both steps together ${guide.min} to ${guide.max} words are a good length, ${maxWords} the most. Short notes are fine. Spelling is not scored.`,
    },
  };
}

function box(name: 'a' | 'b', label: string, shown: ShownAnswer, error: string | null): Textarea {
  const value = shown[name] ?? '';
  return {
    id: name,
    name,
    label,
    hint: null,
    error,
    value,
    rows: 7,
    required: false,
    words: null,
    key: null,
  };
}
