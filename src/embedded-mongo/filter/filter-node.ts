import type { TypeName } from '../bson/type-of.ts';
import type { Value } from '../bson/values.ts';
import type { Expression } from '../aggregate/expression.ts';

/** A parsed filter. The planner reads it, the matcher runs it. */
export type Filter =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly parts: readonly Filter[] }
  | {
      readonly kind: 'field';
      readonly path: readonly string[];
      readonly name: string;
      readonly test: FieldTest;
    }
  | { readonly kind: 'expr'; readonly expression: Expression };

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';

export type FieldTest =
  | { readonly op: Comparison; readonly value: Value }
  | { readonly op: 'in'; readonly values: readonly Value[]; readonly patterns: readonly Pattern[] }
  | { readonly op: 'regex'; readonly pattern: Pattern }
  | { readonly op: 'exists' }
  | { readonly op: 'type'; readonly types: ReadonlySet<TypeName> }
  | { readonly op: 'size'; readonly size: number }
  | { readonly op: 'mod'; readonly divisor: bigint; readonly remainder: bigint }
  | { readonly op: 'elemMatch'; readonly filter: Filter }
  | { readonly op: 'elemMatchValue'; readonly tests: readonly FieldTest[] }
  | { readonly op: 'all'; readonly tests: readonly FieldTest[] }
  | { readonly op: 'not'; readonly tests: readonly FieldTest[] };

export type Pattern = {
  readonly source: string;
  readonly flags: string;
  /** The text that every match begins with, if the pattern is anchored and case-sensitive. */
  readonly prefix: string | null;
  readonly test: (text: string) => boolean;
};
