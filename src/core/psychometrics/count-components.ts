import type { LevelId } from './index-levels.ts';

/**
 * Into how many sets targets and raters fall that share no rating: 1 where raters can be compared through the targets
 * they have in common. Input: for each rating its target and its rater.
 */
export function countComponents(targets: readonly LevelId[], raters: readonly LevelId[]): number {
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    parent.set(node, root);
    return root;
  };
  targets.forEach((target, place) => {
    const rater = raters[place] ?? '';
    parent.set(rootOf(`target ${typeof target} ${target}`), rootOf(`rater ${typeof rater} ${rater}`));
  });
  return new Set([...parent.keys()].map(rootOf)).size;
}
