import { press } from '../walk-candidate.mjs';

const DAY = 24 * 3_600_000;
const REASON = 'The connection broke while I wrote the last answer.';
const ANSWER = 'A person has read your last answer again. It was complete.';

const RESULTS = {
  criteria: [
    {
      ...{ label: 'Taking the other view', rated: 3, empty: 1, quote: 'I am sorry that your plan broke.' },
      level: {
        ...{ level: 3, label: 'Level 3' },
        anchors: [{ level: 3, text: 'Names what the customer has lost.' }],
      },
    },
    { label: 'Plain words', level: null, rated: 1, empty: 0, quote: null },
  ],
  tip: { label: 'Plain words', level: 4, anchor: 'Says first what happens next.' },
};

/** What a link shows when there is nothing left to do for the candidate. */
export function standingScenes({ product, role, visit, see, at, finish }) {
  const { organisationId, id: requisitionId } = role.requisition;
  const promise = (days) => role.set('organisations', organisationId, { answerWithinDays: days });
  const ask = (page) => press(page, page.getByRole('button', { name: 'Ask a person' }));

  async function received() {
    const { token, attemptId } = await finish();
    await visit(at(token), 'candidate-status-received');
    await role.set('attempts', attemptId, { state: 'expired' });
    await visit(at(token), 'candidate-status-ended');
  }

  async function lookAgain() {
    await promise(5);
    const { token, applicantId } = await finish();
    const about = { organisationId, requisitionId, applicantId };
    await visit(at(token), 'candidate-look-again', async (page) => {
      await ask(page);
      await see(page, 'candidate-look-again-no-reason');
      await page.getByLabel('What should a person look at again?').fill(REASON);
      await ask(page);
      await page.reload();
      await see(page, 'candidate-look-again-asked');
      const { lookAgains } = product.deps.stores;
      const [asked] = await lookAgains.listOf(about);
      await lookAgains.answer(asked, { text: ANSWER, at: new Date(), by: 'x'.repeat(22) }, []);
      await page.reload();
      await see(page, 'candidate-look-again-answered');
    });
    await promise(null);
  }

  async function decided() {
    const { token, applicantId } = await finish();
    const by = 'x'.repeat(22);
    const message = 'We thank you for your time.\n\nWe have decided to go on with somebody else.';
    const decision = { from: 'open', to: 'rejected', reason: REASON, considered: '', message };
    const decisions = [{ ...decision, by, at: new Date() }];
    await role.set('applicants', applicantId, { stage: 'rejected', decisions });
    await visit(at(token), 'candidate-decision');
    const release = { organisationId, requisitionId, applicantId, text: RESULTS, by, at: new Date() };
    const { ownResults } = product.deps.stores;
    await ownResults.insert({ ...release, number: 1, correction: null }, []);
    await ownResults.insert({ ...release, number: 2, correction: 'One answer was rated again.' }, []);
    await visit(at(token), 'candidate-decision-with-own-results');
  }

  async function withdrawn() {
    const token = await role.invite();
    await visit(at(token, '/withdrawal'), 'candidate-withdrawal', async (page) => {
      await press(page, page.getByRole('button', { name: 'Withdraw' }));
      await see(page, 'candidate-withdrawn');
    });
  }

  async function deadLinks() {
    const token = await role.invite();
    const [applicantId] = token.split('.');
    await role.set('applicants', applicantId, { linkExpiresAt: new Date(Date.now() - DAY) });
    await visit(at(token), 'candidate-link-expired', async (page) => {
      await press(page, page.getByRole('button', { name: 'Ask for a new link' }));
      await see(page, 'candidate-link-asked');
    });
    await role.set('requisitions', requisitionId, { state: 'closed' });
    await visit(at(token), 'candidate-role-closed');
    await role.set('requisitions', requisitionId, { state: 'open' });
    await role.set('applicants', applicantId, { linkVersion: 1 });
    await visit(at(token), 'candidate-link-replaced');
    await visit(at('nobody.0.nothing'), 'candidate-no-such-link');
  }

  async function adjustments() {
    const token = await role.invite();
    const [applicantId] = token.split('.');
    await visit(at(token, '/adjustments'), 'candidate-adjustments-before', async (page) => {
      await press(page, page.getByRole('button', { name: 'Ask', exact: true }));
      await see(page, 'candidate-adjustments-before-nothing-asked');
      await page.getByLabel('Speak to someone').check();
      await press(page, page.getByRole('button', { name: 'Ask', exact: true }));
      await see(page, 'candidate-adjustments-before-asked');
      const about = { organisationId, requisitionId, applicantId };
      const [{ id }] = await product.deps.stores.adjustmentRequests.listOf(about, 1);
      const by = 'x'.repeat(22);
      const now = new Date();
      const grant = { by, at: now, outcome: 'waiting' };
      await role.set('adjustmentRequests', id, {
        state: 'answered',
        answer: { text: 'We will call you today. A person can read the questions to you.', at: now },
        grants: [
          { ...grant, id: 'y'.repeat(22), kind: 'time', sectionId: 'writing', ms: 600_000 },
          { ...grant, id: 'z'.repeat(22), kind: 'no-limit' },
        ],
      });
      await page.reload();
      await see(page, 'candidate-adjustments-answered');
    });
  }

  return { received, lookAgain, decided, withdrawn, deadLinks, adjustments };
}
