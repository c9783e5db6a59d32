import type { Applicant } from '../core/applicant/applicant.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import type { PageHeader } from './parts.ts';
import type { PageReply } from './reply.ts';

/** A page of the role or of the applicant that leads to this one; `report` is called by the label. */
type Step = 'applicants' | 'interviews' | 'report' | 'decision';

interface ApplicantPage<Vm extends object> {
  readonly requisition: Pick<Requisition, 'id' | 'title' | 'simulated'>;
  readonly applicant: Pick<Applicant, 'id' | 'label'>;
  readonly way: readonly Step[];
  /** Last of the way; the heading where nothing shorter says it. */
  readonly here?: string;
  readonly header: Pick<PageHeader, 'heading' | 'sub'> & Partial<Pick<PageHeader, 'chips' | 'buttons'>>;
  readonly view: string;
  readonly vm: Vm;
}

/** Addresses of the role and of one of its applicants. */
export function applicantAt(requisition: Pick<Requisition, 'id'>, applicant: Pick<Applicant, 'id'>) {
  const role = `/requisitions/${requisition.id}`;
  return { role, here: `${role}/applicants/${applicant.id}` };
}

/** What every page about one applicant begins with: the way to it, what it is, and by which label. */
export function applicantPage<Vm extends object>(page: ApplicantPage<Vm>): PageReply {
  const { requisition, applicant, way, header, view, vm } = page;
  const { role, here } = applicantAt(requisition, applicant);
  const steps = {
    applicants: { label: 'Applicants', href: `${role}/applicants` },
    interviews: { label: 'Interviews', href: `${role}/interviews` },
    report: { label: applicant.label, href: here },
    decision: { label: 'Decide', href: `${here}/decision` },
  };
  return {
    kind: 'page',
    layout: 'staff',
    view,
    title: `${header.heading}, ${requisition.title}`,
    simulated: requisition.simulated,
    vm: {
      breadcrumb: {
        links: [{ label: requisition.title, href: role }, ...way.map((step) => steps[step])],
        here: page.here ?? header.heading,
      },
      header: { chips: [], buttons: [], ...header },
      ...vm,
    },
  };
}
