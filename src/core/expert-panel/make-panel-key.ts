import type { DroppedFromKey, Key, KeyedItem } from '../form/key.ts';
import type { ExpertPanel } from './expert-panel.ts';
import type { JudgedPanel } from './judge-panel.ts';
import type { JudgedSituation } from './judge-situation.ts';

/**
 * The key of a panel that was found possible: means of the experts who count, for the options they agree on. The
 * dimensions are the authors'. The same panel always makes the same key.
 */
export function makePanelKey(
  authorKey: Key,
  { id: panelId, closedAt }: Pick<ExpertPanel, 'id' | 'closedAt'>,
  { situations, counted, key }: JudgedPanel,
): Key {
  if (key !== 'possible' || closedAt === null) throw new Error(`panel ${panelId} makes no key: ${key}`);
  const kept = situations.filter(({ dropped }) => dropped === null);
  const items = kept.map(({ itemId, options }): [string, KeyedItem] => {
    const dimension = authorKey.items[itemId]?.dimension;
    if (dimension === undefined) throw new Error(`the author key has no situation ${itemId}`);
    const values = options
      .filter(({ verdict }) => verdict === 'kept')
      .map(({ optionId, mean, n }) => [optionId, { value: mean, rationale: `Mean of ${n} experts.` }]);
    return [itemId, { dimension, options: Object.fromEntries(values) as KeyedItem['options'] }];
  });
  return {
    assessmentId: authorKey.assessmentId,
    formVersion: authorKey.formVersion,
    status: 'panel',
    dimensions: authorKey.dimensions,
    items: Object.fromEntries(items),
    panel: { panelId, experts: counted, closedAt, dropped: situations.flatMap(droppedOf) },
  };
}

function droppedOf({ itemId, options, dropped }: JudgedSituation): readonly DroppedFromKey[] {
  if (dropped !== null) return [{ itemId, options: 'all' }];
  const gone = options.filter(({ verdict }) => verdict !== 'kept').map(({ optionId }) => optionId);
  return gone.length === 0 ? [] : [{ itemId, options: gone }];
}
