import type { Filter, FieldTest } from '../filter/filter-node.ts';
import type { Numeric } from '../bson/numbers.ts';
import type { Doc, Value } from '../bson/values.ts';

/** What happens at the end of one path. */
export type Change =
  | { readonly op: 'set' | 'setOnInsert' | 'min' | 'max'; readonly value: Value }
  | { readonly op: 'unset' }
  | { readonly op: 'inc' | 'mul'; readonly by: Numeric }
  | { readonly op: 'currentDate'; readonly type: 'date' | 'timestamp' }
  | { readonly op: 'rename'; readonly to: readonly string[] }
  | { readonly op: 'push'; readonly values: readonly Value[]; readonly shape: PushShape | null }
  | { readonly op: 'addToSet'; readonly values: readonly Value[] }
  | { readonly op: 'pull'; readonly test: PullTest }
  | { readonly op: 'pullAll'; readonly values: readonly Value[] }
  | { readonly op: 'pop'; readonly first: boolean };

export type PushShape = {
  readonly position: number | null;
  readonly slice: number | null;
  readonly sort: Doc | 1 | -1 | null;
};

export type PullTest =
  | { readonly kind: 'equal'; readonly value: Value }
  | { readonly kind: 'element'; readonly tests: readonly FieldTest[] }
  | { readonly kind: 'document'; readonly filter: Filter };

export type PathChange = {
  readonly operator: string;
  readonly path: readonly string[];
  readonly change: Change;
};

export type UpdatePlan =
  | { readonly kind: 'replace'; readonly doc: Doc }
  | {
      readonly kind: 'change';
      readonly changes: readonly PathChange[];
      readonly arrayFilters: ReadonlyMap<string, Filter>;
    };
