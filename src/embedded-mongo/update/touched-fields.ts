import type { UpdatePlan } from './update-plan.ts';

/** The top-level fields that an update may change, each once; null where it may change all. */
export function touchedFields(update: UpdatePlan): ReadonlySet<string> | null {
  if (update.kind === 'replace') return null;
  const paths = update.changes.flatMap(({ path, change }) =>
    change.op === 'rename' ? [path, change.to] : [path],
  );
  return new Set(paths.flatMap((path) => path.slice(0, 1)));
}
