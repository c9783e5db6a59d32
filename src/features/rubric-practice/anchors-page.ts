import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Criterion, RubricVersion } from '../../core/rubric/rubric.ts';
import type { Breadcrumb, Button, PageHeader, Tabs } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import { formatCount } from '../../presentation/format-count.ts';

interface AnchorsVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly tabs: Tabs;
  readonly criteria: readonly {
    readonly id: string;
    readonly label: string;
    readonly weight: string;
    readonly definition: string;
    readonly levels: readonly {
      readonly label: string;
      readonly anchor: string;
      readonly example: string | null;
    }[];
  }[];
}

/** What raters read: every criterion with its five levels, and words of an example for each. */
export function anchorsPage(
  actor: Actor,
  requisition: Requisition,
  rubric: RubricVersion,
  examples: number,
): PageReply {
  const at = `/requisitions/${requisition.id}`;
  const vm: AnchorsVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
      ],
      here: 'Anchors',
    },
    header: {
      heading: 'Anchors',
      sub: `What raters go by in ${requisition.title}, rubric version ${rubric.number}`,
      chips: [],
      buttons: [
        ...(examples === 0 ? [] : [practiceLink(at, examples)]),
        {
          kind: 'link',
          label: 'Agree on levels for raters',
          look: 'plain',
          href: `${at}/rating/calibration`,
        },
      ],
    },
    tabs: requisitionTabs(actor, requisition, 'Anchors'),
    criteria: rubric.criteria.map(toCriterion),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rubric-practice/anchors',
    title: `Anchors, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

const practiceLink = (at: string, examples: number): Button => ({
  kind: 'link',
  label: `Rate ${formatCount(examples, 'example', 'examples')}`,
  look: 'primary',
  href: `${at}/anchors/practice/1`,
});

const toCriterion = ({
  id,
  label,
  weight,
  definition,
  levels,
}: Criterion): AnchorsVm['criteria'][number] => ({
  id,
  label,
  weight: `${weight} % of Written`,
  definition,
  levels: levels.map(({ level, label: name, anchor, example }) => ({
    label: `${level} – ${name}`,
    anchor,
    example: example === null ? null : `“${example}”`,
  })),
});
