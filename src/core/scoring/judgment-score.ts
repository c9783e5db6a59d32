import type { Form } from '../form/form.ts';
import type { Key } from '../form/key.ts';
import type { JudgmentItem } from '../item/item.ts';
import { responseState } from '../item/response-state.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { ItemId } from '../kernel/ids.ts';
import { isDropped } from './keyed-item.ts';
import { noJudgment, type JudgmentResult } from './judgment-result.ts';
import { scoreBestWorst } from './score-best-worst.ts';
import { scorePickedOptions } from './score-picked-options.ts';
import { scoreRankedOptions } from './score-ranked-options.ts';
import { scoreRatedOptions } from './score-rated-options.ts';

/** Below this share of situations answered there is no score; a person looks. */
const LEAST_SHARE_ANSWERED = 0.6;

/** The one score of the situational judgment test. */
export interface JudgmentScore extends JudgmentResult {
  readonly method: 'shape' | 'best-worst' | 'pick-one' | 'ranking' | null;
  readonly answered: number;
  readonly asked: number;
}

export interface JudgmentInput {
  readonly form: Form;
  readonly key: Key;
  readonly responses: Readonly<Record<ItemId, { readonly value: ResponseValue } | undefined>>;
}

/**
 * Scores the judgment part of one attempt against a frozen key. A form has one kind of judgment item: options rated
 * 1 to 7 are scored by agreement of shape, best and worst picks by −2 to +2, one pick by its value, orders by ρ. Half-rated situations lend their rated
 * options to the score but do not count as answered. What a panel did not agree on is not scored.
 */
export function judgmentScore({ form, key, responses }: JudgmentInput): JudgmentScore {
  const items = form.items.filter(
    (item): item is JudgmentItem => item.kind !== 'written-response' && !isDropped(key, item.id),
  );
  const first = items[0];
  if (first === undefined) return nothingAsked;
  const valueOf = (id: ItemId) => responses[id]?.value ?? null;
  const answered = items.filter((item) => isAnswered(item, valueOf(item.id))).length;
  const counted = { answered, asked: items.length };
  const method = METHODS[first.kind];
  if (answered < LEAST_SHARE_ANSWERED * items.length) {
    return { method, ...noJudgment('too-few-answered'), ...counted };
  }
  return { method, ...scoreBy(first.kind, items, key, valueOf), ...counted };
}

const METHODS = {
  'rate-options': 'shape',
  'best-worst': 'best-worst',
  'pick-one': 'pick-one',
  'rank-options': 'ranking',
} as const;

function scoreBy(
  kind: JudgmentItem['kind'],
  items: readonly JudgmentItem[],
  key: Key,
  valueOf: (id: ItemId) => ResponseValue | null,
): JudgmentResult {
  const ofKind = <Kind extends JudgmentItem['kind']>(wanted: Kind) =>
    items.filter((item): item is Extract<JudgmentItem, { kind: Kind }> => item.kind === wanted);
  switch (kind) {
    case 'rate-options':
      return scoreRatedOptions(ofKind(kind), key, valueOf);
    case 'best-worst':
      return scoreBestWorst(ofKind(kind), key, valueOf);
    case 'pick-one':
      return scorePickedOptions(ofKind(kind), key, valueOf);
    case 'rank-options':
      return scoreRankedOptions(ofKind(kind), key, valueOf);
  }
}

function isAnswered(item: JudgmentItem, value: ResponseValue | null): boolean {
  const samePick = value?.kind === 'best-worst' && value.best === value.worst;
  return responseState(item, value) === 'answered' && !samePick;
}

const nothingAsked: JudgmentScore = { method: null, ...noJudgment('no-such-part'), answered: 0, asked: 0 };
