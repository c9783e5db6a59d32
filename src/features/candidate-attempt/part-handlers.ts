import type { Manifest } from '../../core/attempt/close-part.ts';
import { partClock } from '../../core/attempt/part-clock.ts';
import type { Deps } from '../../deps.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { addressesOf } from './address.ts';
import { handInPart } from './hand-in-part.ts';
import { checkPage, partStartPage } from './part-page.ts';
import { startPartOnce } from './start-part.ts';
import { sittingOf, toReadOnly, withSection, type Posting, type Visit } from './visit.ts';

type InPart = { readonly params: { readonly sectionId: string } };

export function partHandlers(deps: Deps) {
  return {
    async show(visit: Visit & InPart): Promise<Reply> {
      const sitting = await sittingOf(deps, visit);
      return withSection(sitting, visit.params.sectionId, (section) =>
        partClock(sitting.attempt, section.id).state === 'waiting' && sitting.attempt.state === 'open'
          ? partStartPage(sitting, section)
          : redirect(sitting.to.overview),
      );
    },

    async start(posting: Posting<{ epoch: number }> & InPart): Promise<Reply> {
      const { attempt, body, recvAt } = posting;
      const sitting = await sittingOf(deps, { attempt, recvAt, query: { writer: body.epoch } });
      return withSection(sitting, posting.params.sectionId, async (section) => {
        const { form, to } = sitting;
        const outcome = await startPartOnce(deps, { attempt, form, section, epoch: body.epoch, recvAt });
        const [first] = section.items;
        if (outcome === 'old-epoch') return toReadOnly(attempt);
        const runs = outcome === 'started' || outcome === 'running';
        return redirect(runs && first !== undefined ? to.item(first) : to.overview);
      });
    },

    async check(visit: Visit & InPart): Promise<Reply> {
      const sitting = await sittingOf(deps, visit);
      return withSection(sitting, visit.params.sectionId, (section) =>
        partClock(sitting.attempt, section.id).state === 'running'
          ? checkPage(sitting, section, [])
          : redirect(sitting.to.overview),
      );
    },

    async handIn(
      posting: Posting<{ epoch: number; manifest: Manifest | null }> & InPart & { wantsJson: boolean },
    ): Promise<Reply> {
      const { attempt, body, recvAt, wantsJson } = posting;
      const { epoch, manifest } = body;
      const sitting = await sittingOf(deps, { attempt, recvAt, query: { writer: epoch } });
      return withSection(sitting, posting.params.sectionId, async (section) => {
        const { form } = sitting;
        const outcome = await handInPart(deps, { attempt, form, section, epoch, manifest, recvAt });
        switch (outcome.kind) {
          case 'handed-in':
          case 'closed':
          case 'part-not-running':
            return redirect(addressesOf(attempt.id, epoch).overview);
          case 'old-epoch':
            return toReadOnly(attempt);
          case 'resend': {
            const body = { error: 'resend', items: outcome.items };
            if (wantsJson) return { kind: 'json', status: 409, body };
            const fresh = { ...sitting, attempt: await deps.stores.attempts.reread(attempt) };
            return { ...checkPage(fresh, section, outcome.items), status: 409 };
          }
        }
      });
    },
  };
}
