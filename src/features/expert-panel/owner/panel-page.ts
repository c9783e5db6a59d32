import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import { acceptsRatings } from '../../../core/expert-panel/panel-state.ts';
import { fieldFor, summaryFor, textareaFor, type FormState } from '../../../http/form-state.ts';
import type { Button, DefinitionList, Notice } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { expertLines } from './expert-lines.ts';
import type { PanelView } from './panel-view.ts';
import { breadcrumbTo, countWords, lastDayWords, panelHref, stateChip } from './panel-words.ts';

/** Who is invited, how far they are, and what an owner can do about it. No rating is on it. */
export function panelPage(view: PanelView, form: FormState): PageReply {
  const { panel, experts, overtaken, now } = view;
  const { state, needed } = panel;
  const here = panelHref(panel);
  const handedIn = experts.filter((expert) => expert.state === 'handed-in').length;
  const vm = {
    breadcrumb: breadcrumbTo(panel.assessmentTitle),
    header: {
      heading: panel.assessmentTitle,
      sub: `Expert panel, set up on ${formatDate(panel.createdAt)}`,
      chips: [stateChip(panel, now)],
      buttons: resultsButton(panel),
    },
    summary: summaryFor(form),
    overtaken: overtaken ? OVERTAKEN : null,
    facts: factsOf(view, handedIn),
    here,
    rev: String(panel.rev),
    invite: acceptsRatings(panel, now)
      ? textareaFor(form, {
          name: 'people',
          label: 'People',
          hint: 'One a line: name, then e-mail address. You get a link for each of them.',
          rows: 5,
        })
      : null,
    experts: expertLines(view),
    lastDay:
      state === 'open'
        ? fieldFor(
            { ...form, values: { lastDay: panel.closesAt.toISOString().slice(0, 10), ...form.values } },
            { name: 'lastDay', label: 'Last day for rating', type: 'date' },
          )
        : null,
    closing: state !== 'open' ? null : { ready: handedIn >= needed, text: `${countWords(handedIn, panel)}.` },
    mayGiveUp: state === 'open' || state === 'closed',
  };
  return { kind: 'page', layout: 'staff', view: 'expert-panel/panel', title: panel.assessmentTitle, vm };
}

const OVERTAKEN: Notice = {
  look: 'warn',
  heading: 'The assessment has a newer edition by now',
  lines: [
    'This panel rates the edition named below. Its key counts for roles with that edition; new roles get the newer one, on its authors’ key.',
  ],
  links: [],
};

const resultsButton = (panel: ExpertPanel): Button[] =>
  panel.state === 'open'
    ? []
    : [{ kind: 'link', label: 'See the results', look: 'primary', href: `${panelHref(panel)}/results` }];

function factsOf({ panel, experts, edition }: PanelView, handedIn: number): DefinitionList {
  const line = (term: string, text: string, sub: string | null = null) => ({
    term,
    cell: { kind: 'text' as const, text, sub },
  });
  const invited = experts.filter(({ state }) => state !== 'withdrawn').length;
  const { publication } = panel;
  return {
    items: [
      line('Experts', countWords(handedIn, panel), `${invited} invited`),
      line(panel.state === 'open' ? 'Last day' : 'Ended', lastDayWords(panel)),
      line('Edition', String(edition)),
      ...(publication === null
        ? []
        : [
            line(
              'Key',
              `Published on ${formatDate(publication.at)}, from ${publication.experts} experts`,
              publication.reason,
            ),
          ]),
    ],
  };
}
