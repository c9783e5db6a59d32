import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import { notFound, redirect, type Reply } from '../../../http/reply.ts';
import { placeFor } from '../answer-form.ts';
import { explainsPractice } from '../overview-handlers.ts';
import { practicePage } from '../practice-page.ts';
import type { PreviewBody } from '../requests.ts';
import { showTried } from '../shown-answer.ts';
import { findPreviewOfShelf, previewOfRole } from './find-preview.ts';
import { previewPage } from './preview-page.ts';
import { previewSitting, type Preview } from './preview-sitting.ts';
import { previewSteps, type PreviewStep } from './preview-steps.ts';

interface OfRole {
  readonly requisition: Requisition;
}
interface OfShelf {
  readonly actor: Actor;
  readonly params: { readonly assessmentId: string };
}
interface AtStep {
  readonly params: { readonly step: string };
}
interface Posted {
  readonly body: PreviewBody;
}

/** The walk through what candidates see. Reads only; what is posted decides the next page and is forgotten. */
export function previewHandlers(deps: Deps) {
  const ofRole = ({ requisition }: OfRole) => previewOfRole(deps, requisition);
  const ofShelf = ({ actor, params }: OfShelf) =>
    findPreviewOfShelf(deps, actor.organisationId, params.assessmentId);
  return {
    openRole: async (input: OfRole) => open(await ofRole(input)),
    showRole: async (input: OfRole & AtStep) => show(await ofRole(input), input.params.step),
    goOnInRole: async (input: OfRole & AtStep & Posted) => goOn(await ofRole(input), input),
    openShelf: async (input: OfShelf) => open(await ofShelf(input)),
    showShelf: async (input: OfShelf & AtStep) => show(await ofShelf(input), input.params.step),
    goOnInShelf: async (input: OfShelf & AtStep & Posted) => goOn(await ofShelf(input), input),
  };
}

const open = (preview: Preview | null): Reply =>
  preview === null ? notFound : redirect(`${preview.root}/landing`);

function show(preview: Preview | null, slug: string): Reply {
  if (preview === null) return notFound;
  const steps = previewSteps(preview);
  const step = steps.find((one) => one.slug === slug);
  return step === undefined ? notFound : previewPage(preview, steps, step, step.page());
}

function goOn(preview: Preview | null, { params, body }: AtStep & Posted): Reply {
  if (preview === null) return notFound;
  const steps = previewSteps(preview);
  const step = steps.find(({ slug }) => slug === params.step);
  return step === undefined ? notFound : pageAfter(preview, steps, step, body);
}

/** Where the buttons of a page lead a candidate. */
function pageAfter(
  preview: Preview,
  steps: readonly PreviewStep[],
  step: PreviewStep,
  body: PreviewBody,
): Reply {
  const { about, slug } = step;
  const here = (to: string) => redirect(`${preview.root}/${to}`);
  switch (about.kind) {
    case 'landing':
    case 'part':
    case 'receipt':
      return here(steps[steps.indexOf(step) + 1]?.slug ?? slug);
    case 'set-up':
      return here(slug);
    case 'item': {
      const go = body.go ?? 'next';
      if (go === 'stay') return here(`item.${about.item.id}.next#update`);
      return redirect(placeFor(go, previewSitting(preview), about.item));
    }
    case 'practice': {
      const tried = { shown: showTried(about.item, body), explains: explainsPractice(about.item, body) };
      const page = practicePage(previewSitting(preview), about.item, tried);
      return previewPage(preview, steps, step, page);
    }
  }
}
