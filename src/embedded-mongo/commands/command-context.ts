import type { Doc, Value } from '../bson/values.ts';
import type { Deadline } from '../query/cursor-table.ts';
import type { Store } from '../store.ts';

/** One command as a client sent it. */
export type CommandContext = {
  readonly store: Store;
  readonly database: string;
  readonly name: string;
  readonly body: Doc;
  readonly deadline: Deadline;
};

export type Reply = Map<string, Value>;
export type Command = {
  /** The fields it understands besides the generic ones; every other field is refused. */
  readonly fields: readonly string[];
  readonly run: (context: CommandContext) => Reply | Promise<Reply>;
};

export const reply = (fields: Readonly<Record<string, Value>>): Reply => new Map(Object.entries(fields));
