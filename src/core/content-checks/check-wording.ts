import type { Form } from '../form/form.ts';
import { countWords } from '../item/count-words.ts';
import type { Item } from '../item/item.ts';
import type { Finding } from './finding.ts';
import { hardPhrases } from './hard-phrases.ts';
import { readingLevel } from './reading-level.ts';

const LIMITS = { grade: 7, sentence: 20, situation: 70, option: 22, judgment: 2000 };

/** Words that candidates have to read under a clock: plain, short, and without phrases that only some people know. */
export function checkWording(form: Form): readonly Finding[] {
  const items = [...form.items, ...form.practice];
  return [
    ...items.flatMap((item) => [...checkReading(item), ...checkPhrases(item)]),
    ...items.flatMap(checkLengths),
    checkWhole(form),
  ];
}

function checkReading(item: Item): readonly Finding[] {
  const level = readingLevel(textOf(item));
  if (level === null) return [];
  const { grade, wordsPerSentence } = level;
  return [
    {
      ...about(item, 'reading grade'),
      measured: grade.toFixed(1),
      limit: `at most ${LIMITS.grade}`,
      ok: grade <= LIMITS.grade,
    },
    {
      ...about(item, 'words a sentence'),
      measured: wordsPerSentence.toFixed(1),
      limit: `at most ${LIMITS.sentence}`,
      ok: wordsPerSentence <= LIMITS.sentence,
    },
  ];
}

function checkPhrases(item: Item): readonly Finding[] {
  const found = hardPhrases(textOf(item));
  return [
    {
      ...about(item, 'idioms and double negatives'),
      measured: found.length === 0 ? 'none' : found.map((phrase) => `"${phrase}"`).join(', '),
      limit: 'none',
      ok: found.length === 0,
    },
  ];
}

/** Prompts tell longer stories than situations; only their guide and hard stop are limited. */
function checkLengths(item: Item): readonly Finding[] {
  if (item.kind === 'written-response') return [];
  const situation = countWords(item.situation);
  const longest = Math.max(...item.options.map(({ text }) => countWords(text)));
  return [
    {
      ...about(item, 'words of the situation'),
      measured: String(situation),
      limit: `at most ${LIMITS.situation}`,
      ok: situation <= LIMITS.situation,
    },
    {
      ...about(item, 'words of the longest option'),
      measured: String(longest),
      limit: `at most ${LIMITS.option}`,
      ok: longest <= LIMITS.option,
    },
  ];
}

function checkWhole(form: Form): Finding {
  const judgment = form.items.filter(({ kind }) => kind !== 'written-response');
  const words = judgment.reduce((sum, item) => sum + countWords(textOf(item)), 0);
  return {
    check: 'words of the judgment part',
    about: null,
    where: 'form',
    measured: String(words),
    limit: `at most ${LIMITS.judgment}`,
    ok: words <= LIMITS.judgment,
  };
}

const about = (item: Item, check: string) => ({ check, about: item.id, where: 'item' as const });

/** What a candidate reads once an item: the question is the same for all and left out. */
function textOf(item: Item): string {
  if (item.kind === 'written-response') return `${item.situation}\n${item.stepB.update}`;
  return [item.situation, ...item.options.map(({ text }) => text)].join('\n');
}
