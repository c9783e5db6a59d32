import { walkCandidate } from '../walk-candidate.mjs';
import { expertScenes } from './experts.mjs';
import { faultScenes } from './faults.mjs';
import { createStage } from './stage.mjs';
import { standingScenes } from './standing.mjs';
import { writingScenes } from './writing.mjs';

/** Every kind of question that a test may have besides those of the flagship, one of each, in the parts of the flagship. */
function otherKinds(form) {
  const kinds = ['pick-one', 'best-worst', 'rank-options'];
  const [judgment] = form.sections;
  const items = judgment.items.slice(0, kinds.length);
  const reshaped = items.map((id, index) => ({
    ...form.items.find((item) => item.id === id),
    kind: kinds[index],
  }));
  const { explanation } = form.practice[0];
  const practice = reshaped.map((item) => ({ ...item, id: `practice-${item.id}`, explanation }));
  return { ...form, sections: [{ ...judgment, items }], items: reshaped, practice };
}

/** Scenes by name, each of which comes by the pages of one situation. They lay what they need into the store. */
export async function createScenes({ trial, product, browser, openRole, see }) {
  const role = await openRole(trial.root, product.role);
  const others = await openRole(trial.root, product.role, otherKinds);
  const stage = { ...createStage({ product, role, browser, see }), root: trial.root };

  const scenes = {
    walk: async () => walkCandidate(browser, stage.at(await role.invite()), see),
    otherKinds: async () => {
      const named = (page, name) => see(page, name.replace('candidate-', 'candidate-other-kinds-'));
      await walkCandidate(browser, stage.at(await others.invite()), named);
    },
    ...writingScenes(stage),
    ...standingScenes(stage),
    ...faultScenes(stage),
    ...expertScenes(stage),
  };
  return {
    scenes,
    async close() {
      await role.close();
      await others.close();
    },
  };
}
