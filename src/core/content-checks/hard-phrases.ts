/** Phrases that a direct or second-language reader may miss. Extended whenever a reviewer stumbles over one. */
const IDIOMS = [
  'at the end of the day',
  'back to square one',
  'ball is in',
  'ballpark',
  'beat around the bush',
  'bend over backwards',
  'bite the bullet',
  'break the ice',
  'by the book',
  'call it a day',
  'cost an arm',
  'cut corners',
  'drop the ball',
  'fall through the cracks',
  'from scratch',
  'get the hang',
  'go the extra mile',
  'hit the ground running',
  'hit the nail',
  'in a nutshell',
  'in hot water',
  'in the long run',
  'keep an eye on',
  'keep you in the loop',
  'long shot',
  'miss the boat',
  'on the ball',
  'on the fence',
  'on the same page',
  'on top of the world',
  'out of the blue',
  'over the moon',
  'piece of cake',
  'play it by ear',
  'pull strings',
  'red tape',
  'rule of thumb',
  'see eye to eye',
  'sit tight',
  'think outside the box',
  'touch base',
  'twist of fate',
  'under the weather',
  'up in the air',
  'wild goose',
];

const NEGATION = /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|without|cannot)\b|n['’]t\b/gi;
const NOT_UN =
  /\b(?:not|n['’]t)\s+(?:\w+\s+)?(?:un(?!der|til|less|ion|it|ique)|im(?:possible|probable|polite)|in(?:correct|frequent))\w*/i;

/** Idioms in a text, and clauses in which one negation meets another. */
export function hardPhrases(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  const idioms = IDIOMS.filter((idiom) => plain.includes(idiom));
  const doubled = text
    .split(/[.,;:!?"“”\n]|\b(?:and|but|or|because|if|that|who|which|when)\b/)
    .map((clause) => clause.trim())
    .filter((clause) => (clause.match(NEGATION)?.length ?? 0) > 1 || NOT_UN.test(clause));
  return [...idioms, ...doubled];
}
