import type { FollowUp } from './relay.ts';

type FollowUps = Readonly<Record<string, readonly FollowUp[]>>;

/** One table of several capabilities' follow-ups. Where two follow the same event, both run, in this order. */
export function joinFollowUps(tables: readonly FollowUps[]): FollowUps {
  const types = new Set(tables.flatMap((table) => Object.keys(table)));
  return Object.fromEntries(
    [...types].map((type) => [type, tables.flatMap((table) => table[type] ?? [])] as const),
  );
}
