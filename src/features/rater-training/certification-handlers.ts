import type { RaterCertification } from '../../core/calibration/rater-certification.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import type { Notice } from '../../http/parts.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../http/reply.ts';
import { beginCertification, handInCertification, keepGiven, leftOfSitting } from './certify.ts';
import { findSet, type RatedAnchors } from './find-sets.ts';
import { formOf, levelsPage } from './levels-form.ts';
import type { CalibrationSet, SetResponse } from './load-set.ts';
import { readLevels } from '../../http/read-levels.ts';
import type { LevelFields } from './requests.ts';
import { breadcrumbOf, isSimulated, pathOf } from './set-frame.ts';

interface AboutAnchors {
  readonly actor: Actor;
  readonly params: { readonly anchorHash: string };
}
interface AboutNumber {
  readonly actor: Actor;
  readonly params: { readonly anchorHash: string; readonly number: string };
}
interface Opened {
  readonly anchors: RatedAnchors;
  readonly set: CalibrationSet;
  readonly certification: RaterCertification;
}
type Sitting = NonNullable<RaterCertification['sitting']>;

/** The certification set: rated as a whole and without feedback, handed in once. */
export function certificationHandlers(deps: Deps, keys: KeyDeps) {
  async function open({ actor, params }: AboutAnchors): Promise<Opened | null> {
    const found = await findSet(deps, keys, actor, params.anchorHash);
    if (found === null) return null;
    const { organisationId, personId: raterId } = actor;
    const key = { organisationId, raterId, anchorHash: params.anchorHash };
    return { ...found, certification: await deps.stores.raterCertifications.get(key) };
  }

  async function openOne(input: AboutNumber) {
    const opened = await open(input);
    const number = Number(input.params.number);
    const under = opened?.certification.sitting;
    const sitting = opened && under ? leftOfSitting(opened.set, under) : null;
    const responseId = sitting?.responseIds[number - 1];
    const one = opened?.set.responses.find(({ response }) => response.id === responseId);
    return opened && sitting && one ? { ...opened, sitting, one, number } : null;
  }

  return {
    async begin(input: AboutAnchors): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return notFound;
      const outcome = await beginCertification(deps, input.actor, opened.set);
      const at = pathOf(opened.anchors);
      return redirect(outcome === 'changed' ? `${at}/certification/responses/1` : at);
    },

    async show(input: AboutNumber): Promise<Reply> {
      const opened = await openOne(input);
      if (opened === null) return notFound;
      const { sitting, one } = opened;
      const own = sitting.given.find(({ responseId }) => responseId === one.response.id)?.levels;
      return certificationPage(opened, formOf(own));
    },

    async rate(input: AboutNumber & { body: LevelFields }): Promise<Reply> {
      const opened = await openOne(input);
      if (opened === null) return notFound;
      const { anchors, sitting, one, number } = opened;
      const read = readLevels(input.body, one.criteria);
      if (read.kind === 'refused') {
        return {
          ...certificationPage(opened, { values: input.body, problems: read.problems }),
          status: 422,
        };
      }
      const responseId = one.response.id;
      await keepGiven(deps, input.actor, anchors.anchorHash, { responseId, levels: read.levels });
      const at = pathOf(anchors);
      return redirect(
        number < sitting.responseIds.length ? `${at}/certification/responses/${number + 1}` : at,
      );
    },

    async handIn(input: AboutAnchors): Promise<Reply> {
      const opened = await open(input);
      if (opened === null) return notFound;
      const outcome = await handInCertification(deps, input.actor, opened.set);
      void deps.relay.soon();
      const at = pathOf(opened.anchors);
      if (outcome === 'changed') return redirect(at);
      return redirect(at, { kind: 'warn', text: 'Not handed in: a response has no levels yet.' });
    },
  };
}

function certificationPage(
  { anchors, sitting, one, number }: Opened & { sitting: Sitting; one: SetResponse; number: number },
  form: FormState,
): PageReply {
  const of = sitting.responseIds.length;
  return levelsPage(one, {
    breadcrumb: breadcrumbOf(anchors, `Certification ${number}`),
    place: `Response ${number} of ${of}, ${sitting.given.length} rated`,
    simulated: isSimulated(anchors),
    about,
    action: `${pathOf(anchors)}/certification/responses/${number}`,
    because: null,
    submit: 'Save and next',
    form,
  });
}

const about: Notice = {
  look: 'info',
  heading: null,
  lines: [
    'Certification: rate as you do at work. There is no time limit and no feedback in between; stop and go on whenever you like.',
  ],
  links: [],
};
