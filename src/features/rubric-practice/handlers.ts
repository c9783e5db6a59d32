import type { Actor } from '../../core/person/person.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { notFound, type Reply } from '../../http/reply.ts';
import { anchorsPage } from './anchors-page.ts';
import { practiceExamples } from './practice-examples.ts';
import { practicePage } from './practice-page.ts';
import type { PracticeFields } from './requests.ts';

interface InRequisition {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

export function practiceHandlers({ stores }: Deps) {
  async function read(requisition: Requisition) {
    const { formVersionId, rubricVersionId } = currentIntake(requisition);
    const [form, rubric] = await Promise.all([
      stores.formVersions.get(requisition.organisationId, formVersionId),
      stores.rubrics.getVersion(requisition.organisationId, rubricVersionId),
    ]);
    return { rubric, examples: practiceExamples(form, rubric) };
  }

  return {
    async showAnchors({ actor, requisition }: InRequisition): Promise<Reply> {
      const { rubric, examples } = await read(requisition);
      return anchorsPage(actor, requisition, rubric, examples.length);
    },

    async practise(
      input: InRequisition & { params: { number: string }; query: PracticeFields },
    ): Promise<Reply> {
      const { requisition, params, query } = input;
      const { rubric, examples } = await read(requisition);
      const number = examples.findIndex((_, index) => `${index + 1}` === params.number) + 1;
      const example = examples[number - 1];
      if (example === undefined) return notFound;
      return practicePage({ requisition, rubric, examples, number, fields: query }, example);
    },
  };
}
