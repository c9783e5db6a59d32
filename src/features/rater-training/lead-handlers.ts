import { CERTIFICATION_GATE } from '../../core/calibration/judge-certification.ts';
import type { RaterGate } from '../../core/calibration/rater-gate.ts';
import { openPause } from '../../core/calibration/rater-certification.ts';
import { seedDrift } from '../../core/calibration/seed-drift.ts';
import type { Actor } from '../../core/person/person.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { agreedFor, loadSet, type CalibrationSet } from './load-set.ts';
import { raterPage, type RaterState } from './rater-page.ts';
import { ratersPage } from './raters-page.ts';
import { resumeRater } from './resume-rater.ts';
import { setGate } from './set-gate.ts';
import { findDoubted, voidRatings } from './void-ratings.ts';

interface InRole {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
interface AboutRater extends InRole {
  readonly params: { readonly raterId: string };
}
const LONG_AGO = new Date(0);

/** What the lead of a role decides about its raters. */
export function leadHandlers(deps: Deps, keys: KeyDeps) {
  const { people, raterCertifications } = deps.stores;

  async function showRaters(set: CalibrationSet, form: FormState): Promise<PageReply> {
    const { requisition, rubric } = set;
    const { organisationId, members } = requisition;
    const [all, certifications] = await Promise.all([
      people.list(organisationId),
      raterCertifications.listUnder(organisationId, rubric.anchorHash),
    ]);
    return ratersPage({ set, pool: raterPool(all, members), certifications, now: deps.clock() }, form);
  }

  async function openRater({ requisition, params }: AboutRater) {
    const { organisationId, members } = requisition;
    const [all, set] = await Promise.all([people.list(organisationId), loadSet(deps, keys, requisition)]);
    const rater = raterPool(all, members).find(({ id }) => id === params.raterId);
    if (rater === undefined) return null;
    const { anchorHash } = set.rubric;
    const certification = await raterCertifications.get({ organisationId, raterId: rater.id, anchorHash });
    const since = seedDrift(certification).lastGoodAt ?? LONG_AGO;
    return { rater, certification, doubt: { requisition, raterId: rater.id, anchorHash, since } };
  }

  async function showRater(input: AboutRater, form: FormState): Promise<Reply> {
    const opened = await openRater(input);
    if (opened === null) return notFound;
    const { rater, certification, doubt } = opened;
    const drifts = openPause(certification)?.cause === 'drift';
    const doubted = drifts ? (await findDoubted(deps, doubt)).length : 0;
    const state: RaterState = { ...input, rater, certification, doubted, now: deps.clock() };
    return raterPage(state, form);
  }

  return {
    async showRaters({ requisition }: InRole): Promise<Reply> {
      const set = await loadSet(deps, keys, requisition);
      return showRaters(set, { values: { rule: requisition.raterGate.rule }, problems: [] });
    },

    async setGate({ actor, requisition, body }: InRole & { body: Pick<RaterGate, 'rule'> }): Promise<Reply> {
      const set = await loadSet(deps, keys, requisition);
      const agreed = agreedFor(set, 'certification').length;
      if (body.rule === 'required' && agreed < CERTIFICATION_GATE.responses) {
        const message = `Not possible yet: experts have agreed on ${agreed} of ${CERTIFICATION_GATE.responses} responses, so nobody could become certified. Let them agree on more first.`;
        const form = { values: { rule: body.rule }, problems: [{ field: 'rule', message }] };
        return { ...(await showRaters(set, form)), status: 422 };
      }
      const kept = await setGate(deps, actor, requisition, { ...body, anchorHash: set.rubric.anchorHash });
      return redirect(
        `/requisitions/${requisition.id}/rating/raters`,
        kept
          ? { kind: 'ok', text: 'The gate is set.' }
          : { kind: 'warn', text: 'Somebody changed the role at the same moment. Look again, then choose.' },
      );
    },

    async setGateAgain(
      input: InRole & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const set = await loadSet(deps, keys, input.requisition);
      return showRaters(set, { values: input.raw, problems: input.problems });
    },

    showRater: (input: AboutRater): Promise<Reply> => showRater(input, emptyForm),

    async resume(input: AboutRater & { body: { because: string } }): Promise<Reply> {
      const opened = await openRater(input);
      if (opened === null) return notFound;
      await resumeRater(deps, input.actor, input.requisition, opened.certification, input.body.because);
      void deps.relay.soon();
      return redirect(`/requisitions/${input.requisition.id}/rating/raters/${opened.rater.id}`);
    },

    resumeAgain: (
      input: AboutRater & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> => showRater(input, { values: input.raw, problems: input.problems }),

    async reRate(input: AboutRater): Promise<Reply> {
      const opened = await openRater(input);
      if (opened === null) return notFound;
      const at = `/requisitions/${input.requisition.id}/rating/raters/${opened.rater.id}`;
      if (openPause(opened.certification)?.cause !== 'drift') {
        return redirect(at, {
          kind: 'warn',
          text: 'This rater is not paused for drift: nothing was changed.',
        });
      }
      const count = await voidRatings(deps, { ...opened.doubt, actor: input.actor });
      void deps.relay.soon();
      const text = `${count} ${count === 1 ? 'rating counts' : 'ratings count'} no longer; other raters get the responses.`;
      return redirect(at, { kind: 'ok', text });
    },
  };
}
