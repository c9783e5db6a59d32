import { rulesOf } from '../../core/requisition/change-rules.ts';
import type { ShortLimit } from '../../core/quality/short-limits.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { errorOf, fieldFor, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { DefinitionList, Notice, RadioCards } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { Actor } from '../../core/person/person.ts';
import { shortLimitWords } from '../../presentation/limit-words.ts';
import { decisionDateSection } from './decision-date-section.ts';
import { frameOf, OVERTAKEN } from './page-frame.ts';
import { retentionSection } from './retention-section.ts';
import { DECIDING_COLUMN, PLACES_RULE, REVEAL_AT, TIME, timeChoiceOf } from './words.ts';

/** Fields of the stored rules as if they had been typed. */
export function typedRules(requisition: Requisition): FormState['values'] {
  const { places, placesRule, decidingColumn, timeMode, revealAt } = rulesOf(requisition);
  const reason = timeMode.kind === 'timed' && !timeMode.noLimitAllowed ? timeMode.reason : '';
  return {
    places: places === 0 ? '' : String(places),
    placesRule,
    decidingColumn,
    timeMode: timeChoiceOf(timeMode),
    timeReason: reason,
    revealAt,
  };
}

interface RulesPage {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly form: FormState;
  /** The second form of the page, for how long applicants are kept. */
  readonly retention: FormState;
  /** The third, for the day by which candidates hear. */
  readonly decisionDate: FormState;
  readonly overtaken: boolean;
  /** Limits of the form that are known to be too short. */
  readonly shortLimits: readonly ShortLimit[];
}

/** Places, the rule among equals, what decides, time and blindness: said before anybody is seen. */
export function rulesPage(about: RulesPage): PageReply {
  const { actor, requisition, form, retention, decisionDate, overtaken, shortLimits } = about;
  const draft = requisition.state === 'draft';
  const vm = {
    ...frameOf(actor, requisition, 'Rules'),
    summary: summaryFor({
      values: {},
      problems: [...form.problems, ...retention.problems, ...decisionDate.problems],
    }),
    overtaken: overtaken ? OVERTAKEN : null,
    stored: overtaken || !draft ? storedRules(requisition) : null,
    settled: !draft,
    readOnly: requisition.state === 'archived',
    retention: retentionSection(requisition, retention),
    decisionDate: decisionDateSection(requisition, decisionDate),
    action: `/requisitions/${requisition.id}/rules`,
    rev: String(requisition.rev),
    places: fieldFor(form, {
      name: 'places',
      label: 'Interview places',
      hint: 'How many people you can interview for this role.',
      type: 'number',
      min: '1',
      max: '1000',
    }),
    kept: draft ? [] : keptFields(requisition),
    placesRule: choice(
      form,
      'placesRule',
      'Among people who cannot be told apart from the last place',
      PLACES_RULE,
    ),
    decidingColumn: choice(form, 'decidingColumn', 'Deciding column', DECIDING_COLUMN),
    shortLimits: warningOf(shortLimits),
    timeMode: choice(form, 'timeMode', 'Time', TIME),
    timeReason: textareaFor(form, {
      name: 'timeReason',
      label: 'Why speed is part of this job',
      hint: 'Only where “no limit” is removed. It is recorded, and the auditor reads it.',
      rows: 3,
      required: false,
    }),
    revealAt: choice(form, 'revealAt', 'When names are shown', REVEAL_AT),
  };
  const { title, simulated } = requisition;
  return {
    kind: 'page',
    layout: 'staff',
    view: 'requisitions/rules',
    title: `Rules: ${title}`,
    vm,
    simulated,
  };
}

function warningOf(short: readonly ShortLimit[]): Notice | null {
  const lines = short.map(shortLimitWords);
  return lines.length === 0 ? null : { look: 'warn', heading: null, lines, links: [] };
}

function choice(
  form: FormState,
  name: string,
  label: string,
  words: Readonly<Record<string, { label: string; hint: string }>>,
): RadioCards {
  const value = textOf(form, name);
  return {
    id: name,
    name,
    label,
    hint: null,
    error: errorOf(form, name),
    value: value === '' ? null : value,
    required: true,
    options: Object.entries(words).map(([option, text]) => ({ value: option, ...text })),
  };
}

/** What an open role posts back unchanged with its number of places. */
function keptFields(requisition: Requisition): readonly { name: string; value: string }[] {
  return Object.entries(typedRules(requisition)).flatMap(([name, value]) =>
    name === 'places' || typeof value !== 'string' ? [] : [{ name, value }],
  );
}

function storedRules(requisition: Requisition): DefinitionList {
  const { places, placesRule, decidingColumn, timeMode, revealAt } = rulesOf(requisition);
  const reason = timeMode.kind === 'timed' && !timeMode.noLimitAllowed ? timeMode.reason : null;
  const line = (term: string, text: string, sub: string | null = null) => ({
    term,
    cell: { kind: 'text' as const, text, sub },
  });
  return {
    items: [
      line('Interview places', places === 0 ? 'Not said yet' : String(places)),
      line('Among people who cannot be told apart', PLACES_RULE[placesRule].label),
      line('Deciding column', DECIDING_COLUMN[decidingColumn].label),
      line('Time', TIME[timeChoiceOf(timeMode)].label, reason),
      line('Names shown', REVEAL_AT[revealAt].label),
    ],
  };
}
