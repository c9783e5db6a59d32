import type { Filter } from './filter-node.ts';

/** The top-level fields that a filter looks at, each once; null where it may look at all of them. */
export function fieldsOf(filter: Filter): readonly string[] | null {
  switch (filter.kind) {
    case 'expr':
      return null;
    case 'field':
      return filter.path.slice(0, 1);
    case 'and':
    case 'or':
    case 'nor': {
      const parts = filter.parts.map(fieldsOf);
      return parts.includes(null) ? null : [...new Set(parts.flatMap((names) => names ?? []))];
    }
  }
}
