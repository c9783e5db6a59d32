import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import type { ExpertPanelId, PanelExpertId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import { emptyForm, type FormState } from '../../../http/form-state.ts';
import { notFound, redirect, type Flash, type PageReply, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import { expertLink } from '../expert-link.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { closePanel, giveUpPanel, movePanelEnd } from './change-panel.ts';
import { inviteExperts } from './invite-experts.ts';
import { listPage } from './list-page.ts';
import { panelEvent } from './panel-event.ts';
import { panelPage } from './panel-page.ts';
import { panelHref, PANELS } from './panel-words.ts';
import type { NewPanel } from './requests.ts';
import { setUpPage, usualPanel } from './set-up-page.ts';
import { setUpPanel } from './set-up-panel.ts';

export interface AboutPanel {
  readonly actor: Actor;
  readonly params: { readonly panelId: string };
}
type AboutExpert = AboutPanel & { readonly params: { readonly panelId: string; readonly expertId: string } };
export type Typed = { readonly raw: RawFields; readonly problems: readonly FieldProblem[] };

export const ok = (text: string): Flash => ({ kind: 'ok', text });
const warn = (text: string): Flash => ({ kind: 'warn', text });
export const MEANWHILE = warn('Somebody changed this panel meanwhile. Below is how it is now.');
export const NOT_NOW = warn('This panel is in another state by now. Below is how it is.');

/** Another organisation's panel is not there. */
export const findPanel = (deps: PanelDeps, { actor, params }: AboutPanel): Promise<ExpertPanel | null> =>
  deps.stores.expertPanels.find(actor.organisationId, params.panelId as ExpertPanelId);

const SET_UP_PROBLEMS = {
  'no-such-assessment': { field: 'assessmentId', message: 'Choose an assessment of the list.' },
  'day-not-ahead': { field: 'lastDay', message: 'Enter a day that is still ahead.' },
  'day-too-far': { field: 'lastDay', message: 'Enter a day within a year.' },
} as const;

/** Setting panels up, inviting to them and ending them. */
export function panelHandlers(deps: PanelDeps) {
  async function show(panel: ExpertPanel, form: FormState = emptyForm): Promise<PageReply> {
    const { organisationId, id, formVersionId, assessmentId } = panel;
    const [experts, form_] = await Promise.all([
      deps.panelExperts.listInvited(organisationId, id),
      deps.stores.formVersions.get(organisationId, formVersionId),
    ]);
    const shelf = deps.forms.find((one) => one.assessmentId === assessmentId);
    return panelPage(
      {
        panel,
        experts,
        edition: form_.version,
        overtaken: shelf !== undefined && shelf.version !== form_.version,
        linkOf: (expert) => expertLink(deps, expert),
        now: deps.clock(),
      },
      form,
    );
  }

  const withPanel = async (
    about: AboutPanel,
    goOn: (panel: ExpertPanel) => Promise<Reply> | Reply,
  ): Promise<Reply> => {
    const panel = await findPanel(deps, about);
    return panel === null ? notFound : goOn(panel);
  };

  async function setUp({ actor, body }: { actor: Actor; body: NewPanel }): Promise<Reply> {
    const outcome = await setUpPanel(deps, actor, body);
    if (outcome.kind === 'set-up')
      return redirect(
        `${PANELS.href}/${outcome.panelId}`,
        ok('The panel is set up. Invite the experts below.'),
      );
    if (outcome.kind === 'open-already')
      return redirect(
        `${PANELS.href}/${outcome.panelId}`,
        warn('There is an open panel for this assessment: this one. No second one was set up.'),
      );
    const values = {
      assessmentId: body.assessmentId,
      needed: String(body.needed),
      lastDay: body.lastDay.toISOString().slice(0, 10),
    };
    const problems = [SET_UP_PROBLEMS[outcome.kind]];
    return { ...setUpPage(deps.keyedForms, { values, problems }), status: 422 };
  }

  const changeLink = (about: AboutExpert, change: 'renew' | 'withdraw'): Promise<Reply> =>
    withPanel(about, async (panel) => {
      const { actor, params } = about;
      const type = change === 'renew' ? 'expert-link-renewed' : 'expert-withdrawn';
      const event = panelEvent(actor, panel, type, deps.clock(), { expertId: params.expertId });
      const expertId = params.expertId as PanelExpertId;
      const changed = await deps.panelExperts.changeLink(
        ...([panel.organisationId, panel.id, expertId, change, [event]] as const),
      );
      if (changed) void deps.relay.soon();
      const done =
        change === 'renew'
          ? 'The link below is new. The one before leads nowhere any more.'
          : 'The invitation is withdrawn: the link leads nowhere, and what was rated is deleted.';
      return redirect(panelHref(panel), changed ? ok(done) : NOT_NOW);
    });

  return {
    async list({ actor }: { actor: Actor }): Promise<Reply> {
      const panels = await deps.stores.expertPanels.listOfOrganisation(actor.organisationId);
      const listed = panels.map(async (panel) => ({
        panel,
        handedIn: await deps.panelExperts.countHandedIn(panel.id),
      }));
      return listPage(await Promise.all(listed), deps.clock());
    },

    showSetUp: (): Promise<Reply> => Promise.resolve(setUpPage(deps.keyedForms, usualPanel(deps.clock()))),
    setUp,
    setUpAgain: ({ raw, problems }: Typed): Promise<Reply> =>
      Promise.resolve(setUpPage(deps.keyedForms, { values: raw, problems })),

    show: (about: AboutPanel) => withPanel(about, (panel) => show(panel)),

    invite: (about: AboutPanel & { body: { people: string } }) =>
      withPanel(about, async (panel) => {
        const { people } = about.body;
        const outcome = await inviteExperts(deps, about.actor, panel, people);
        if (outcome.kind === 'not-open') return redirect(panelHref(panel), NOT_NOW);
        if (outcome.kind === 'refused') {
          const problems = outcome.problems.map((message) => ({ field: 'people', message }));
          return { ...(await show(panel, { values: { people }, problems })), status: 422 };
        }
        const { count } = outcome;
        const whom = count === 1 ? '1 expert is' : `${count} experts are`;
        return redirect(panelHref(panel), ok(`${whom} invited. Send each the link that stands below.`));
      }),

    showAgain: (about: AboutPanel & Typed) =>
      withPanel(about, (panel) => show(panel, { values: about.raw, problems: about.problems })),

    renew: (about: AboutExpert) => changeLink(about, 'renew'),
    withdraw: (about: AboutExpert) => changeLink(about, 'withdraw'),

    moveEnd: (about: AboutPanel & { body: { rev: number; lastDay: Date } }) =>
      withPanel(about, async (panel) => {
        const { rev, lastDay } = about.body;
        const outcome = await movePanelEnd(deps, { actor: about.actor, panel, rev }, lastDay);
        if (outcome === 'day-not-ahead') {
          const values = { lastDay: lastDay.toISOString().slice(0, 10) };
          const problems = [{ field: 'lastDay', message: 'Enter a day ahead, within a year.' }];
          return { ...(await show(panel, { values, problems })), status: 422 };
        }
        return redirect(panelHref(panel), flashOf(outcome, 'The last day is changed.'));
      }),

    close: (about: AboutPanel & { body: { rev: number } }) =>
      withPanel(about, async (panel) => {
        const outcome = await closePanel(deps, { actor: about.actor, panel, rev: about.body.rev });
        if (outcome === 'too-few')
          return redirect(panelHref(panel), warn('Not enough experts have handed in yet.'));
        const to = outcome === 'changed' ? `${panelHref(panel)}/results` : panelHref(panel);
        return redirect(to, flashOf(outcome, 'The panel is closed. Nobody can rate any more.'));
      }),

    giveUp: (about: AboutPanel & { body: { rev: number } }) =>
      withPanel(about, async (panel) => {
        const outcome = await giveUpPanel(deps, { actor: about.actor, panel, rev: about.body.rev });
        return redirect(panelHref(panel), flashOf(outcome, 'The panel is given up.'));
      }),
  };
}

export function flashOf(outcome: 'changed' | 'changed-meanwhile' | 'not-now', done: string): Flash {
  if (outcome === 'changed') return ok(done);
  return outcome === 'changed-meanwhile' ? MEANWHILE : NOT_NOW;
}
