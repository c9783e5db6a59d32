import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import type { PanelExpertId } from '../../../core/kernel/ids.ts';
import { emptyForm, textOf, type FormState } from '../../../http/form-state.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../../http/reply.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { leaveOut, takeBack, type PanelChange } from './change-panel.ts';
import { loadResults, type Results } from './load-results.ts';
import { findPanel, flashOf, MEANWHILE, NOT_NOW, ok, type AboutPanel, type Typed } from './panel-handlers.ts';
import { panelHref } from './panel-words.ts';
import { previewPublication, type PublicationPreview } from './preview-publication.ts';
import { publicationPage, secondLookPage } from './publication-page.ts';
import { publishKey } from './publish-key.ts';
import { resultsPage } from './results-page.ts';

/** The results of a closed panel, whose ratings count, and the publication of its key. */
export function resultHandlers(deps: PanelDeps) {
  /** An open panel has no results that anybody may see. */
  async function withResults(
    about: AboutPanel,
    goOn: (results: Results) => Promise<Reply> | Reply,
  ): Promise<Reply> {
    const panel = await findPanel(deps, about);
    if (panel === null) return notFound;
    return panel.state === 'open'
      ? redirect(panelHref(panel), NOT_NOW)
      : goOn(await loadResults(deps, panel));
  }

  const withKey = (
    about: AboutPanel,
    goOn: (results: Results, preview: PublicationPreview) => Promise<Reply> | Reply,
  ) =>
    withResults(about, async (results) => {
      const { panel, judged } = results;
      if (panel.state !== 'closed' || judged.key !== 'possible') return redirect(resultsOf(panel), NOT_NOW);
      return goOn(results, await previewPublication(deps, results));
    });

  /** What was typed is shown again beside what somebody else changed. */
  function after(about: AboutPanel, outcome: PanelChange, done: string, form: FormState): Promise<Reply> {
    return withResults(about, ({ panel, ...rest }) => {
      if (outcome === 'changed') return redirect(resultsOf(panel), ok(done));
      const problems = [{ field: null, message: flashOf(outcome, done).text }];
      return { ...resultsPage({ panel, ...rest }, { values: form.values, problems }), status: 409 };
    });
  }

  const show =
    (page: (results: Results, preview: PublicationPreview, form: FormState) => PageReply) =>
    (about: AboutPanel & Typed): Promise<Reply> =>
      withKey(about, (results, preview) =>
        page(results, preview, { values: about.raw, problems: about.problems }),
      );

  async function publish(about: AboutPanel & { body: { rev: number; reason: string } }): Promise<Reply> {
    return withResults(about, async (results) => {
      const outcome = await publishKey(deps, about.actor, results, about.body);
      if (outcome === 'published')
        return redirect(
          panelHref(results.panel),
          ok('The key is published. Roles take it over within moments.'),
        );
      return redirect(panelHref(results.panel), outcome === 'not-now' ? NOT_NOW : MEANWHILE);
    });
  }

  return {
    showResults: (about: AboutPanel) => withResults(about, (results) => resultsPage(results, emptyForm)),

    leaveOut: async (about: AboutPanel & { body: { rev: number; expertId: string; reason: string } }) => {
      const panel = await findPanel(deps, about);
      if (panel === null) return notFound;
      const { rev, expertId, reason } = about.body;
      const change = { actor: about.actor, panel, rev };
      const outcome = await leaveOut(deps, change, expertId as PanelExpertId, reason);
      const form = { values: { expertId, reason }, problems: [] };
      return after(about, outcome, 'The expert is left out. All figures are computed anew.', form);
    },
    leaveOutAgain: (about: AboutPanel & Typed) =>
      withResults(about, (results) => resultsPage(results, { values: about.raw, problems: about.problems })),
    takeBack: async (about: AboutPanel & { body: { rev: number; expertId: string } }) => {
      const panel = await findPanel(deps, about);
      if (panel === null) return notFound;
      const { rev, expertId } = about.body;
      const change = { actor: about.actor, panel, rev };
      const outcome = await takeBack(deps, change, expertId as PanelExpertId);
      return after(about, outcome, 'The expert counts again.', emptyForm);
    },

    showPublication: (about: AboutPanel) =>
      withKey(about, (results, preview) => publicationPage(results, preview, emptyForm)),
    publicationAgain: show(publicationPage),
    secondLook: (about: AboutPanel & { body: { rev: number; reason: string } }) =>
      withKey(about, (results, preview) =>
        results.panel.rev === about.body.rev
          ? secondLookPage(results, preview, { values: { reason: about.body.reason }, problems: [] })
          : {
              ...publicationPage(results, preview, {
                values: { reason: about.body.reason },
                problems: [{ field: null, message: MEANWHILE.text }],
              }),
              status: 409,
            },
      ),
    publish,
    /** Without a reason it goes back to where one is typed. */
    publishAgain: (about: AboutPanel & Typed) =>
      withKey(about, (results, preview) => {
        const form = { values: about.raw, problems: about.problems };
        const typed = textOf(form, 'reason') !== '' && !form.problems.some(({ field }) => field === 'reason');
        return typed ? secondLookPage(results, preview, form) : publicationPage(results, preview, form);
      }),
  };
}

const resultsOf = (panel: ExpertPanel): string => `${panelHref(panel)}/results`;
