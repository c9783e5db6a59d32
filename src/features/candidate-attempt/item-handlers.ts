import { nextStep } from '../../core/attempt/next-step.ts';
import { partClock } from '../../core/attempt/part-clock.ts';
import { findItem, sectionOf } from '../../core/form/find-item.ts';
import type { Item } from '../../core/item/item.ts';
import { isMove } from '../../core/item/rank-options/move-option.ts';
import type { Deps } from '../../deps.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { answerForm } from './answer-form.ts';
import { answerScript } from './answer-script.ts';
import { itemPage } from './item-page.ts';
import { findLateText } from './late-text.ts';
import type { Sitting } from './load-sitting.ts';
import { timeUpPage } from './part-page.ts';
import { readAnswer } from './read-answer.ts';
import type { SaveBody } from './requests.ts';
import { saveResponse } from './save-response.ts';
import { showPosted } from './shown-answer.ts';
import { sittingOf, type Posting, type Visit } from './visit.ts';

type OfItem = { readonly params: { readonly itemId: string } };

export function itemHandlers(deps: Deps) {
  return {
    async show(visit: Visit & OfItem): Promise<Reply> {
      const sitting = await sittingOf(deps, visit);
      const item = findItem(sitting.form, visit.params.itemId);
      return item === null ? notFound : showItem(deps, sitting, item);
    },

    async save(posting: Posting<SaveBody> & OfItem & { wantsJson: boolean }): Promise<Reply> {
      const { body, recvAt, params } = posting;
      const form = await deps.stores.formVersions.get(
        posting.attempt.organisationId,
        posting.attempt.formVersionId,
      );
      const item = findItem(form, params.itemId);
      if (item === null) return notFound;
      const attempt =
        body.claim === 'yes' ? await deps.stores.attempts.claim(posting.attempt, null) : posting.attempt;
      const epoch = body.claim === 'yes' ? attempt.epoch : body.epoch;
      // A form always says where it leads; script and beacons want facts.
      const byScript = posting.wantsJson || body.go === undefined;
      const outcome = await saveResponse(deps, {
        attempt,
        form,
        item,
        epoch,
        // The script saves what it shows under this number before the button moves an option.
        seq: isMove(body.go) ? body.seq + 1 : body.seq,
        raw: readAnswer(item, body),
        remind: body.remind === 'yes',
        keepOvertaken: !byScript,
        recvAt,
      });
      if (byScript) return answerScript(outcome, item, attempt, deps.clock());
      const sitting = await sittingOf(deps, { attempt, recvAt, query: { writer: epoch } });
      return answerForm({ sitting, item, outcome, go: body.go ?? 'stay', posted: showPosted(body) });
    },

    /** A form that could not be read, or whose page was too old: the same page, filled as it was. */
    async again(
      posting: Visit & OfItem & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> {
      const { raw, problems, params } = posting;
      const writer = Number(raw['epoch'] ?? Number.NaN);
      const query = Number.isInteger(writer) ? { writer } : {};
      const sitting = await sittingOf(deps, { ...posting, query });
      const item = findItem(sitting.form, params.itemId);
      if (item === null) return notFound;
      const message = problems.map((problem) => problem.message).join(' ');
      return itemPage({ sitting, item, conflict: null, refusal: { message, posted: showPosted(raw) } });
    },
  };
}

/** The question, while its part runs; before and after, the page that fits. */
async function showItem(deps: Deps, sitting: Sitting, item: Item): Promise<Reply> {
  const { attempt, form, now, to } = sitting;
  const section = sectionOf(form, item.id);
  const { state } = partClock(attempt, section.id);
  if (attempt.state !== 'open' || state === 'closed') return redirect(to.overview);
  if (state === 'waiting') return redirect(to.part(section.id));
  const step = nextStep(attempt, form, now.getTime());
  if (step.kind === 'time-up') return timeUpPage(sitting, section);
  const conflict = await findLateText(deps, sitting, item);
  return itemPage({ sitting, item, conflict, refusal: null });
}
