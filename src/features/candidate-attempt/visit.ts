import type { Attempt } from '../../core/attempt/attempt.ts';
import { findSection } from '../../core/form/find-item.ts';
import type { Section } from '../../core/form/form.ts';
import type { Deps } from '../../deps.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import { addressesOf } from './address.ts';
import { loadSitting, type Sitting } from './load-sitting.ts';
import type { Writer } from './requests.ts';

/** A candidate's request for one of their pages. */
export interface Visit {
  readonly attempt: Attempt;
  readonly query: Writer;
  readonly recvAt: Date;
}

/** A candidate's form, which says in its body which writer it belongs to. */
export interface Posting<Body extends { readonly epoch: number }> {
  readonly attempt: Attempt;
  readonly body: Body;
  readonly recvAt: Date;
}

export const sittingOf = (deps: Deps, { attempt, query, recvAt }: Visit): Promise<Sitting> =>
  loadSitting(deps, attempt, query.writer ?? null, recvAt);

/** The page again for a tab that is no longer the writer: it shows, and offers to continue there. */
export const toReadOnly = (attempt: Attempt): Reply => redirect(addressesOf(attempt.id, null).overview);

export function withSection(
  sitting: Sitting,
  sectionId: string,
  goOn: (section: Section) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const section = findSection(sitting.form, sectionId);
  return section === null ? notFound : goOn(section);
}
