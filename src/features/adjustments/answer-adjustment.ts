import type { AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import { answerRequest } from '../../core/adjustment/settle-request.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { tellAdjustment } from './adjustment-event.ts';
import { isTemplate, TEMPLATES } from './answer-templates.ts';
import type { Answer } from './requests.ts';

/** Answers or declines in words that the candidate reads: a template, own words, or both. */
export async function answerAdjustment(
  deps: Deps,
  actor: Actor,
  request: AdjustmentRequest,
  { template, text, as }: Answer,
): Promise<'answered' | 'empty' | 'granted-before' | 'changed-meanwhile'> {
  const said = [isTemplate(template) ? TEMPLATES[template].text : '', text].filter((part) => part !== '');
  if (said.length === 0) return 'empty';
  const at = deps.clock();
  const by = actor.personId;
  const step = answerRequest(request, { by, at, text: said.join('\n\n'), as });
  if (step.kind === 'granted-before') return 'granted-before';
  const event = tellAdjustment(
    request,
    as === 'declined' ? 'adjustment-declined' : 'adjustment-answered',
    at,
    by,
  );
  const changed = await deps.stores.adjustmentRequests.change(request, step.changes, [event]);
  if (changed === null) return 'changed-meanwhile';
  void deps.relay.soon();
  return 'answered';
}
