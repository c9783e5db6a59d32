import type { Actor } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import { feedbackPage } from './feedback-page.ts';
import { findSet, type RatedAnchors } from './find-sets.ts';
import { formOf, levelsPage } from './levels-form.ts';
import { practiceOf, type SetResponse } from './load-set.ts';
import { keepPractice } from './practise.ts';
import { readLevels } from '../../http/read-levels.ts';
import type { LevelFields } from './requests.ts';
import { breadcrumbOf, isSimulated, pathOf } from './set-frame.ts';

interface AboutResponse {
  readonly actor: Actor;
  readonly params: { readonly anchorHash: string; readonly responseId: string };
}
interface Opened {
  readonly anchors: RatedAnchors;
  readonly responses: readonly SetResponse[];
  readonly one: SetResponse;
  readonly index: number;
}

/** Practising: give levels to a response, then see those of the key with their reasons. */
export function practiceHandlers(deps: Deps, keys: KeyDeps) {
  async function open({ actor, params }: AboutResponse): Promise<Opened | null> {
    const found = await findSet(deps, keys, actor, params.anchorHash);
    const responses = found === null ? [] : practiceOf(found.set);
    const index = responses.findIndex(({ response }) => response.id === params.responseId);
    const one = responses[index];
    return found && one ? { anchors: found.anchors, responses, one, index } : null;
  }

  return {
    async show(input: AboutResponse & { query: { again?: 'yes' | undefined } }): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return notFound;
      const { organisationId, personId: raterId } = input.actor;
      const { anchorHash, responseId } = input.params;
      const seen = await deps.stores.raterCertifications.get({ organisationId, raterId, anchorHash });
      const own = seen.practised.find((practised) => practised.responseId === responseId)?.levels;
      if (own === undefined || input.query.again === 'yes') return practicePage(opened, formOf(undefined));
      return feedbackPage(opened.one, {
        ...frameOf(opened),
        own,
        next: nextOf(opened),
        again: againOf(opened),
      });
    },

    async rate(input: AboutResponse & { body: LevelFields }): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return notFound;
      const read = readLevels(input.body, opened.one.criteria);
      if (read.kind === 'refused') {
        return { ...practicePage(opened, { values: input.body, problems: read.problems }), status: 422 };
      }
      const { anchorHash, responseId } = input.params;
      await keepPractice(deps, input.actor, anchorHash, { responseId, levels: read.levels });
      return redirect(addressOf(opened));
    },
  };
}

const addressOf = ({ anchors, one }: Opened): string => `${pathOf(anchors)}/practice/${one.response.id}`;
const againOf = (opened: Opened): string => `${addressOf(opened)}?again=yes`;

const frameOf = ({ anchors, index, responses }: Opened) => ({
  breadcrumb: breadcrumbOf(anchors, `Practice ${index + 1}`),
  place: `Practice response ${index + 1} of ${responses.length}`,
  simulated: isSimulated(anchors),
});

function nextOf({ anchors, responses, index }: Opened) {
  const next = responses[index + 1];
  return next === undefined
    ? { label: 'Back to the training', href: pathOf(anchors) }
    : { label: 'Next response', href: `${pathOf(anchors)}/practice/${next.response.id}` };
}

const practicePage = (opened: Opened, form: FormState) =>
  levelsPage(opened.one, {
    ...frameOf(opened),
    about: {
      look: 'info',
      heading: null,
      lines: ['Practice: nothing here counts for anybody. Give your levels, then see those of the key.'],
      links: [],
    },
    action: addressOf(opened),
    because: null,
    submit: 'Compare',
    form,
  });
