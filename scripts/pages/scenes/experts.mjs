import { join } from 'node:path';
import { press } from '../walk-candidate.mjs';

const DAY = 24 * 3_600_000;
const PERSON = 'p'.repeat(22);

/** What a job expert sees by their link, up to a panel that is closed. */
export function expertScenes({ product, role, visit, see, root }) {
  const { organisationId, intakes } = role.requisition;
  const { panelExperts } = product.keys;
  const { secret } = product.role;
  const panelId = 'n'.repeat(22);
  const judged = role.form.items.filter(({ kind }) => kind !== 'written-response');

  async function openPanel() {
    const { assessmentId, title } = role.form;
    const now = new Date();
    const nothingYet = { closedAt: null, leftOut: [], publication: null, adoption: null, rev: 0 };
    await product.deps.stores.expertPanels.insert(
      {
        ...{ id: panelId, organisationId, assessmentId, assessmentTitle: title, needed: 6, state: 'open' },
        ...{ formVersionId: intakes[0].formVersionId, authorKeyId: intakes[0].keyVersionId },
        ...{ closesAt: new Date(now.getTime() + 20 * DAY), createdBy: PERSON, createdAt: now },
        ...nothingYet,
      },
      [],
    );
  }

  async function invite(id) {
    const { makeLinkToken } = await import(join(root, 'dist/ops/link-token.js'));
    const contact = { name: 'Ada', email: `${id}@experts.example` };
    await panelExperts.invite({ id, organisationId, panelId }, contact, new Date(), []);
    return `${product.url}/panel/${makeLinkToken(secret, 'panel', { id, version: 0 })}`;
  }

  /** The list offers it when all is rated; a window that stood open may still send it. */
  async function handInEarly(page, link) {
    const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    await page.evaluate(
      `document.body.appendChild(Object.assign(document.createElement('form'), { method: 'post', action: '${link}/hand-in' })).submit()`,
    );
    await arrived;
    await page.waitForLoadState('load');
  }

  async function rateAll(id) {
    for (const { id: itemId, options } of judged) {
      const expert = await panelExperts.find(id);
      const seen = expert.situations[itemId]?.rev ?? 0;
      const ratings = Object.fromEntries(options.map((option) => [option.id, 4]));
      await panelExperts.saveRatings(expert, itemId, { seen, ratings, complete: true });
    }
  }

  async function panel() {
    await openPanel();
    const id = 'e'.repeat(22);
    const link = await invite(id);
    await visit(link, 'expert-landing', async (page) => {
      const begin = page.locator('main form button.primary');
      await press(page, begin);
      await see(page, 'expert-landing-nothing-said');
      await page.locator('[name=relation]').first().check();
      await page.fill('[name=years]', '7');
      await page.locator('[name=agree]').check();
      await press(page, begin);
      await see(page, 'expert-situations');
      await press(page, page.locator('main a[href*="/situations/"]'));
      await see(page, 'expert-rate');
      await press(page, page.getByRole('button', { name: 'Save' }));
      await see(page, 'expert-rate-next');
      await page.goto(`${link}/situations`);
      await handInEarly(page, link);
      await see(page, 'expert-not-all-rated');
      await rateAll(id);
      await page.goto(`${link}/situations`);
      await see(page, 'expert-all-rated');
      await press(page, page.getByRole('button', { name: 'Hand in my ratings' }));
      await see(page, 'expert-handed-in');
      await page.goto(`${link}/situations/${judged[0].id}`);
      await page.evaluate(`document.querySelector('[name=rev]').value = '0'`);
      await press(page, page.getByRole('button', { name: 'Save' }));
      await see(page, 'expert-saved-elsewhere');
      await role.set('expertPanels', panelId, { state: 'closed', closedAt: new Date() });
      await page.goto(link);
      await see(page, 'expert-panel-closed');
      await role.set('panelExperts', id, { linkVersion: 1 });
      await page.goto(link);
      await see(page, 'expert-link-ended');
    });
  }

  return { panel };
}
