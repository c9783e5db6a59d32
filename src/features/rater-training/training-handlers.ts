import type { Actor } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { notFound, type Reply } from '../../http/reply.ts';
import { findRatedAnchors, findSet } from './find-sets.ts';
import { listPage } from './list-page.ts';
import { setPage } from './set-page.ts';

/** A rater's own training: what there is, and how far they have come. */
export function trainingHandlers(deps: Deps, keys: KeyDeps) {
  const { raterCertifications } = deps.stores;
  return {
    async list({ actor }: { actor: Actor }): Promise<Reply> {
      const [all, certifications] = await Promise.all([
        findRatedAnchors(deps, actor),
        raterCertifications.listOfRater(actor.organisationId, actor.personId),
      ]);
      return listPage(all, certifications, deps.clock());
    },

    async show({ actor, params }: { actor: Actor; params: { anchorHash: string } }): Promise<Reply> {
      const found = await findSet(deps, keys, actor, params.anchorHash);
      if (found === null) return notFound;
      const { organisationId, personId: raterId } = actor;
      const { anchorHash } = params;
      const certification = await raterCertifications.get({ organisationId, raterId, anchorHash });
      return setPage(found.anchors, found.set, certification, deps.clock());
    },
  };
}
