import { situationsFor, unratedSituations } from '../../../core/expert-panel/rateable-situations.ts';
import type { JudgmentItem } from '../../../core/item/item.ts';
import { emptyForm, textOf, type FormState } from '../../../http/form-state.ts';
import { redirect, type RefusedReply, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { closedPage, endedPage } from './expert-frame.ts';
import { findExpert, type Visit } from './find-expert.ts';
import { landingPage } from './landing-page.ts';
import { ratePage, ratingField } from './rate-page.ts';
import type { Agreed } from './requests.ts';
import { saveSituation } from './save-situation.ts';
import { situationsPage } from './situations-page.ts';

interface ByLink {
  readonly params: { readonly token: string };
  readonly recvAt: Date;
}
interface OfSituation extends ByLink {
  readonly params: { readonly token: string; readonly itemId: string };
}
type Typed = { readonly raw: RawFields; readonly problems: readonly FieldProblem[] };

const noSuchLink: RefusedReply = {
  kind: 'refused',
  status: 404,
  heading: 'This link leads nowhere',
  text: 'Part of the address may be missing. Open the link from the message again, or copy all of it into the address line.',
  actions: [],
};

/** What an expert does by their link: agree, rate, hand in. */
export function expertHandlers(deps: PanelDeps) {
  async function withLink(
    { params, recvAt }: ByLink,
    goOn: (visit: Visit) => Promise<Reply> | Reply,
    whenClosed: (visit: Visit) => Reply = (visit) => closedPage(visit, []),
  ): Promise<Reply> {
    const found = await findExpert(deps, params.token, recvAt);
    if (found.kind === 'absent') return noSuchLink;
    if (found.kind === 'ended') return endedPage(found.organisation);
    return found.kind === 'closed' ? whenClosed(found.visit) : goOn(found.visit);
  }

  /** Rating begins once they have agreed. */
  const whenAgreed = (
    input: ByLink,
    goOn: (visit: Visit) => Promise<Reply> | Reply,
    whenClosed?: (visit: Visit) => Reply,
  ) =>
    withLink(
      input,
      (visit) => (visit.expert.state === 'invited' ? redirect(visit.at) : goOn(visit)),
      whenClosed,
    );

  const withSituation = (
    input: OfSituation,
    goOn: (visit: Visit, item: JudgmentItem) => Promise<Reply> | Reply,
    fields: RawFields = {},
  ) =>
    whenAgreed(
      input,
      (visit) => {
        const item = itemOf(visit, input.params.itemId);
        return item === null ? redirect(`${visit.at}/situations`) : goOn(visit, item);
      },
      (visit) => closedPage(visit, chosen(visit, input.params.itemId, fields)),
    );

  async function save(
    input: OfSituation & { body: { rev: number } & Record<string, unknown> },
  ): Promise<Reply> {
    const { rev, ...rest } = input.body;
    const fields = textsOf(rest);
    return withSituation(
      input,
      async (visit, item) => {
        const outcome = await saveSituation(deps, visit, item, { seen: rev, fields });
        if (outcome === 'saved') return redirect(after(visit, item));
        const fresh = outcome === 'stale' ? await reread(input, visit) : visit;
        return ratePage(fresh, item, { why: outcome, posted: fields });
      },
      fields,
    );
  }

  async function reread({ params, recvAt }: ByLink, visit: Visit): Promise<Visit> {
    const found = await findExpert(deps, params.token, recvAt);
    return 'visit' in found ? found.visit : visit;
  }

  async function handIn(input: ByLink): Promise<Reply> {
    return whenAgreed(input, async (visit) => {
      const list = `${visit.at}/situations`;
      if (visit.expert.state === 'handed-in') return redirect(list);
      if (unratedSituations(visit.form, visit.expert).length > 0)
        return situationsPage(visit, 'Some options are not rated yet. Rate them, then hand in.');
      if (await deps.panelExperts.handIn(visit.expert, input.recvAt)) return redirect(list);
      return situationsPage(
        await reread(input, visit),
        'Something was changed in another window meanwhile. Look through the list and hand in again.',
      );
    });
  }

  return {
    land: (input: ByLink) =>
      withLink(input, (visit) =>
        visit.expert.state === 'invited' ? landingPage(visit, emptyForm) : redirect(`${visit.at}/situations`),
      ),
    agree: (input: ByLink & { body: Agreed }) =>
      withLink(input, async (visit) => {
        const { relation, years } = input.body;
        if (visit.expert.state === 'invited')
          await deps.panelExperts.agree(visit.expert, { relation, years }, input.recvAt);
        return redirect(`${visit.at}/situations`);
      }),
    agreeAgain: (input: ByLink & Typed) =>
      withLink(input, (visit) => landingPage(visit, { values: input.raw, problems: input.problems })),
    list: (input: ByLink) => whenAgreed(input, (visit) => situationsPage(visit)),
    show: (input: OfSituation) => withSituation(input, (visit, item) => ratePage(visit, item, null)),
    save,
    saveAgain: (input: OfSituation & Typed) =>
      withSituation(
        input,
        (visit, item) =>
          ratePage(visit, item, {
            why: 'invalid',
            posted: shownOf({ values: input.raw, problems: [] }, item),
          }),
        input.raw,
      ),
    handIn,
  };
}

const itemOf = ({ form, expert }: Visit, itemId: string): JudgmentItem | null =>
  situationsFor(form, expert).find(({ id }) => id === itemId) ?? null;

/** The next situation of this expert, or the list after the last. */
function after({ form, expert, at }: Visit, item: JudgmentItem): string {
  const all = situationsFor(form, expert);
  const next = all[all.findIndex(({ id }) => id === item.id) + 1];
  return next === undefined ? `${at}/situations` : `${at}/situations/${next.id}`;
}

const textsOf = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

const shownOf = (form: FormState, item: JudgmentItem): Record<string, string> =>
  Object.fromEntries(item.options.map(({ id }) => [ratingField(id), textOf(form, ratingField(id))]));

/** What was chosen in a page that came too late, in words. */
function chosen(visit: Visit, itemId: string, values: RawFields): readonly string[] {
  const item = itemOf(visit, itemId);
  return (item?.options ?? []).flatMap(({ id, text }) => {
    const rating = textOf({ values, problems: [] }, ratingField(id));
    return rating === '' ? [] : [`${rating}: ${text}`];
  });
}
