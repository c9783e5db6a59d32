import type { Actor } from '../../core/person/person.ts';
import { LONGEST_TASK, readJobTasks } from '../../core/requisition/read-job-tasks.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changeRequisition } from './change-requisition.ts';
import { jobAnalysisPage, typedTasks } from './job-analysis-page.ts';
import { readRole, rereadRole } from './read-role.ts';
import type { JobAnalysis } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

const TASK_PROBLEMS = {
  'no-text': 'Say what is done, or untick what the task needs.',
  'same-text': 'This task is there twice. Change or clear one of them.',
  long: `Shorten the task to ${LONGEST_TASK} characters.`,
} as const;

export function jobAnalysisHandlers(deps: Deps) {
  async function show({ actor, requisition }: About, form: FormState, overtaken = false): Promise<PageReply> {
    return jobAnalysisPage(await readRole(deps, actor, requisition), form, overtaken);
  }

  const fresh = (about: About) => show(about, { values: typedTasks(about.requisition.tasks), problems: [] });

  /** Typed values beside what somebody else stored meanwhile. */
  async function showOvertaken(about: About, values: FormState['values']): Promise<Reply> {
    const requisition = await rereadRole(deps, about.requisition);
    return { ...(await show({ ...about, requisition }, { values, problems: [] }, true)), status: 409 };
  }

  async function change(input: About & { body: JobAnalysis }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const here = `/requisitions/${requisition.id}/job-analysis`;
    if (requisition.state !== 'draft') return redirect(here, settledFlash);
    const { rubric } = await readRole(deps, actor, requisition);
    const rows = body.text.map((text, row) => ({
      text,
      often: body.often[row] ?? 'weekly',
      criteria: (body.criteria ?? []).flatMap((value) => {
        const [at, id = ''] = value.split(':');
        return Number(at) === row ? [id] : [];
      }),
    }));
    const typed = { text: body.text, often: body.often, criteria: body.criteria ?? [] };
    const read = readJobTasks(
      rows,
      rubric.criteria.map(({ id }) => id),
    );
    if (read.kind === 'refused') {
      const problems = read.problems.map(({ row, kind }) => ({
        field: `text-${row}`,
        message: `Task ${row + 1}: ${TASK_PROBLEMS[kind]}`,
      }));
      return { ...(await show(input, { values: typed, problems })), status: 422 };
    }
    const outcome = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'job-analysis-changed',
      changes: { tasks: read.tasks, confirmation: null },
      facts: { tasks: read.tasks.length },
    });
    if (outcome === 'changed-meanwhile') return showOvertaken(input, typed);
    return redirect(here, { kind: 'ok', text: 'Saved. Somebody who knows the job now confirms the tasks.' });
  }

  async function confirm(input: About & { body: { rev: number; by: string } }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const here = `/requisitions/${requisition.id}/job-analysis`;
    if (requisition.state !== 'draft') return redirect(here, settledFlash);
    const outcome = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'job-analysis-confirmed',
      changes: { confirmation: { by: body.by, at: deps.clock() } },
    });
    if (outcome === 'changed') return redirect(here, { kind: 'ok', text: 'The tasks are confirmed.' });
    const stored = await rereadRole(deps, requisition);
    return showOvertaken(input, { ...typedTasks(stored.tasks), by: body.by });
  }

  return {
    show: (about: About): Promise<Reply> => fresh(about),
    change,
    changeAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
    confirm,
    confirmAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, {
        values: { ...typedTasks(input.requisition.tasks), ...input.raw },
        problems: input.problems,
      }),
  };
}

const settledFlash = { kind: 'warn', text: 'The job analysis was settled when the role opened.' } as const;
