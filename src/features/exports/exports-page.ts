import type { ApplicantId } from '../../core/kernel/ids.ts';
import { currentIntake, type Intake, type Requisition } from '../../core/requisition/requisition.ts';
import { summaryFor, type FormState } from '../../http/form-state.ts';
import type { Breadcrumb, EmptyState, ErrorSummary, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { exportChoices } from './export-choices.ts';

interface ExportsPage {
  readonly requisition: Requisition;
  readonly intake: Intake;
  /** How many a file is about. */
  readonly total: number;
  /** Who was chosen, with the labels of those who are in this intake now; null for the whole intake. */
  readonly chosen: { readonly ids: readonly ApplicantId[]; readonly found: readonly string[] } | null;
  readonly form: FormState;
}

interface ExportsVm extends ReturnType<typeof exportChoices> {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly summary: ErrorSummary | null;
  readonly about: string;
  readonly chosen: {
    readonly applicants: string;
    readonly labels: string;
    readonly leftOut: string | null;
    readonly whole: { readonly label: string; readonly href: string };
  } | null;
  /** Instead of the form, where nobody who was chosen is there. */
  readonly nobody: EmptyState | null;
  readonly action: string;
  /** Null in the running intake. */
  readonly intake: string | null;
  readonly submit: string;
  readonly codebooks: readonly { readonly label: string; readonly href: string }[];
}

export function exportsPage(page: ExportsPage): PageReply {
  const { requisition, intake, total, chosen, form } = page;
  const at = `/requisitions/${requisition.id}`;
  const running = intake.id === currentIntake(requisition).id;
  const ofIntake = running ? '' : `&intake=${intake.id}`;
  const book = (rows: string) => `${at}/exports/codebook?rows=${rows}${ofIntake}`;
  const applicants = formatCount(total, 'applicant', 'applicants');
  const which = `${chosen === null ? 'all ' : ''}${applicants}${chosen === null ? '' : ' chosen'}`;
  const vm: ExportsVm = {
    breadcrumb: {
      links: [
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants${running ? '' : `?intake=${intake.id}`}` },
      ],
      here: 'Export',
    },
    header: {
      heading: chosen === null ? 'Export applicants' : 'Export the chosen applicants',
      sub: `${requisition.title} · intake of ${formatDate(intake.opensAt)} · ${which}`,
      chips: [],
      buttons: [],
    },
    summary: summaryFor(form),
    about: `${blindWords(requisition)} No file holds a name or an address. Every score stands with its band, what the band rests on, and the versions it was measured with. That somebody exported, and whom, is recorded.`,
    chosen: chosenOf(page, `${at}/exports`),
    nobody: chosen !== null && total === 0 ? NOBODY : null,
    action: `${at}/exports/${chosen === null ? 'file' : 'chosen/file'}`,
    intake: running ? null : intake.id,
    submit: `Export ${applicants}`,
    ...exportChoices(form),
    codebooks: [
      { label: 'Codebook: applicants', href: book('applicants') },
      { label: 'Codebook: criteria and raters', href: book('levels') },
      { label: 'Codebook: responses', href: book('responses') },
    ],
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'exports/exports',
    title: `${vm.header.heading}, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

const NOBODY: EmptyState = {
  heading: 'Nobody is chosen',
  text: 'Tick applicants in the list, or take everybody whom its filter keeps. Who was chosen and has been erased meanwhile is in no file.',
  buttons: [],
};

function chosenOf({ chosen, intake, requisition }: ExportsPage, whole: string): ExportsVm['chosen'] {
  if (chosen === null) return null;
  const away = chosen.ids.length - chosen.found.length;
  const running = intake.id === currentIntake(requisition).id;
  return {
    applicants: chosen.ids.join(' '),
    labels: chosen.found.toSorted().join(', '),
    leftOut:
      away === 0
        ? null
        : `${formatCount(away, 'applicant is', 'applicants are')} not in the file: erased meanwhile, in another intake, or just being brought up to date.`,
    whole: {
      label: 'Export the whole intake instead',
      href: `${whole}${running ? '' : `?intake=${intake.id}`}`,
    },
  };
}
