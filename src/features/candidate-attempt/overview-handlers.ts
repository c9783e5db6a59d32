import { chooseTime } from '../../core/attempt/choose-time.ts';
import type { TimeChoice } from '../../core/attempt/attempt.ts';
import { mayWrite } from '../../core/attempt/may-write.ts';
import { nextStep } from '../../core/attempt/next-step.ts';
import type { PracticeItem } from '../../core/form/form.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm } from '../../http/form-state.ts';
import { notFound, redirect, type CookieChange, type Reply } from '../../http/reply.ts';
import { addressesOf } from './address.ts';
import { restingPage, setUpPage, type Comfort } from './overview-page.ts';
import { timeUpPage } from './part-page.ts';
import { practicePage } from './practice-page.ts';
import { showReceipt } from './show-receipt.ts';
import { showTried } from './shown-answer.ts';
import { untilSettled } from './until-settled.ts';
import { sittingOf, toReadOnly, type Posting, type Visit } from './visit.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
interface Chosen {
  readonly epoch: number;
  readonly time: TimeChoice;
  readonly go?: 'on' | undefined;
}
type Cookies = { readonly cookies: Readonly<Record<string, string>> };

export function overviewHandlers(deps: Deps) {
  return {
    /** Where the candidate stands. */
    async show(visit: Visit & Cookies): Promise<Reply> {
      const sitting = await sittingOf(deps, visit);
      const step = nextStep(sitting.attempt, sitting.form, visit.recvAt.getTime());
      switch (step.kind) {
        case 'set-up':
          return setUpPage(sitting, step.section, comfortOf(visit.cookies));
        case 'continue':
        case 'between':
          return restingPage(sitting, step);
        case 'time-up':
          return timeUpPage(sitting, step.section);
        case 'over':
          return redirect(sitting.to.receipt);
      }
    },

    async chooseTime(posting: Posting<Chosen>): Promise<Reply> {
      const { attempt, recvAt, body } = posting;
      if (!mayWrite(attempt, body.epoch)) return toReadOnly(attempt);
      const chosen = await untilSettled(deps, attempt, (seen) =>
        chooseTime(seen, body.time).kind === 'chosen'
          ? deps.stores.attempts.chooseTime(seen, body.time)
          : Promise.resolve(seen),
      );
      const { form, to } = await sittingOf(deps, { attempt: chosen, recvAt, query: { writer: body.epoch } });
      const step = nextStep(chosen, form, recvAt.getTime());
      return redirect(
        body.go !== undefined && step.kind === 'set-up' ? to.part(step.section.id) : `${to.overview}#time`,
      );
    },

    async chooseComfort(posting: Posting<{ epoch: number } & Comfort>): Promise<Reply> {
      const { attempt, body } = posting;
      const keep = (name: string, value: string): CookieChange => ({
        name,
        value,
        path: '/',
        maxAgeMs: YEAR_MS,
        httpOnly: true,
      });
      return Promise.resolve({
        kind: 'redirect',
        to: addressesOf(attempt.id, body.epoch).overview,
        cookies: [
          keep('attune-theme', body.theme),
          keep('attune-text', body.text),
          keep('attune-timer', body.timer),
        ],
      });
    },

    async practise(visit: Visit & { params: { itemId: string } }): Promise<Reply> {
      const sitting = await sittingOf(deps, visit);
      const item = sitting.form.practice.find(({ id }) => id === visit.params.itemId);
      return item === undefined ? notFound : practicePage(sitting, item, null);
    },

    /** Shows what would have been answered, with the explanation. Nothing is stored. */
    async explain(
      posting: Posting<{ epoch: number; [field: string]: unknown }> & { params: { itemId: string } },
    ): Promise<Reply> {
      const { attempt, recvAt, body, params } = posting;
      const sitting = await sittingOf(deps, { attempt, recvAt, query: { writer: body.epoch } });
      const item = sitting.form.practice.find(({ id }) => id === params.itemId);
      if (item === undefined) return notFound;
      return practicePage(sitting, item, {
        shown: showTried(item, body),
        explains: explainsPractice(item, body),
      });
    },

    /** "Continue here": makes this tab the writer. */
    async claim(input: Visit & { body: { item?: string | undefined }; wantsJson: boolean }): Promise<Reply> {
      const claimed = await deps.stores.attempts.claim(input.attempt, null);
      const { epoch, responses } = claimed;
      if (input.wantsJson) {
        const items = Object.fromEntries(Object.entries(responses).map(([id, { seq }]) => [id, seq]));
        return { kind: 'json', status: 200, body: { epoch, items } };
      }
      const to = addressesOf(claimed.id, epoch);
      const sitting = await sittingOf(deps, { ...input, attempt: claimed });
      const item = sitting.form.items.find(({ id }) => id === input.body.item);
      return redirect(item === undefined ? to.overview : to.item(item.id));
    },

    receipt: (visit: Visit): Promise<Reply> => showReceipt(deps, visit, emptyForm),
  };
}

/** An order is explained once it is no longer moved, a written question once its second step was there to be answered. */
export function explainsPractice(item: PracticeItem, posted: Readonly<Record<string, unknown>>): boolean {
  if (item.kind === 'rank-options') return posted['go'] === undefined;
  return item.kind !== 'written-response' || posted['b'] !== undefined;
}

function comfortOf(cookies: Readonly<Record<string, string>>): Comfort {
  return {
    theme: cookies['attune-theme'] ?? 'system',
    text: cookies['attune-text'] ?? 'usual',
    timer: cookies['attune-timer'] ?? 'shown',
  };
}
