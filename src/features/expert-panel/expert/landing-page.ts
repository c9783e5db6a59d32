import { JOB_RELATIONS } from '../../../core/expert-panel/expert-panel.ts';
import { judgmentItems } from '../../../core/expert-panel/rateable-situations.ts';
import { errorOf, fieldFor, summaryFor, textOf, type FormState } from '../../../http/form-state.ts';
import type { Checkbox, RadioCards } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { RELATION } from '../relation-words.ts';
import { expertPage } from './expert-frame.ts';
import type { Visit } from './find-expert.ts';

/** What an expert reads before anything begins, and says of themself. Opening it uses nothing up. */
export function landingPage({ organisation, form, panel, at }: Visit, state: FormState): PageReply {
  const situations = judgmentItems(form);
  const options = situations.reduce((sum, { options: all }) => sum + all.length, 0);
  const heading = 'What works in this job?';
  return expertPage(organisation, 'landing', heading, {
    heading,
    lead: `${organisation.name} asks you, as somebody who knows the job, how effective different reactions are. You read ${situations.length} situations and rate ${options} options.`,
    until: formatDate(panel.closesAt),
    employer: organisation.name,
    summary: summaryFor(state),
    relation: relationChoice(state),
    years: fieldFor(state, {
      name: 'years',
      label: 'For how many years?',
      type: 'number',
      min: '0',
      max: '60',
    }),
    agree: agreeBox(state),
    action: `${at}/taking-part`,
  });
}

function relationChoice(state: FormState): RadioCards {
  const value = textOf(state, 'relation');
  return {
    id: 'relation',
    name: 'relation',
    label: 'What do you have to do with the job?',
    hint: null,
    error: errorOf(state, 'relation'),
    value: value === '' ? null : value,
    required: true,
    options: JOB_RELATIONS.map((relation) => ({
      value: relation,
      label: RELATION[relation].chosen,
      hint: null,
    })),
  };
}

const agreeBox = (state: FormState): Checkbox => ({
  id: 'agree',
  name: 'agree',
  label: 'I have read this, take part of my own will, and rate alone',
  hint: null,
  error: errorOf(state, 'agree'),
  value: 'yes',
  checked: textOf(state, 'agree') === 'yes',
});
