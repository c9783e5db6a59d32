import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, stat } from 'node:fs/promises';
import { load } from 'cheerio';
import request from 'supertest';
import { judgePanel } from '../../../src/core/expert-panel/judge-panel.ts';
import { ROLES } from '../../../src/core/person/person.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { demoAccessFile, type DemoAccess } from '../../../src/simulation/demo/demo-access.ts';
import { startDemo } from '../../../src/simulation/demo/start-demo.ts';
import { PUBLIC_URL } from '../../support/test-app.ts';
import { startSimulatedProduct, type SimulatedProduct } from '../simulated-product.ts';

const fail = (role: string): never => {
  throw new Error(`the demo has no ${role}`);
};

let product: SimulatedProduct;

const start = async () => (await startDemo(product.deps, product.keys))();
const readAccess = async () =>
  JSON.parse(await readFile(demoAccessFile(product.dataDir), 'utf8')) as DemoAccess;

/** The demo's role, its people by how far they have come, and its batches. */
async function lookAround() {
  const { stores } = product.deps;
  const organisation = await stores.organisations.findFirst();
  if (organisation === null) throw new Error('there is no demo');
  const people = await stores.people.list(organisation.id);
  const recruiter = people.find(({ roles }) => roles.includes('recruiter'));
  if (recruiter === undefined) throw new Error('the demo has no recruiter');
  const roles = await stores.requisitions.listForMember(organisation.id, recruiter.id);
  const [role] = roles;
  if (role === undefined) throw new Error('the demo has no role');
  const { id: intakeId, rubricVersionId } = currentIntake(role);
  const list = { organisationId: organisation.id, requisitionId: role.id, intakeId, rubricVersionId };
  const standings = await stores.standings.list(list, 500, null);
  const batches = await stores.ratingBatches.listOpen(organisation.id, role.id);
  return { organisation, people, roles, role, standings, batches };
}

describe('the demo of an empty embedded store', () => {
  let lines: readonly string[];
  beforeAll(async () => {
    product = await startSimulatedProduct();
    lines = await start();
  });
  afterAll(() => product.close());

  it('has somebody for every role, and each signs in with what was printed', async () => {
    const { people } = await readAccess();
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(people.filter(({ roles }) => roles.includes('rater')).length).toBeGreaterThanOrEqual(3);
    for (const { email, password } of people) {
      expect(lines.some((line) => line.includes(email) && line.includes(password))).toBe(true);
      await request(product.app)
        .post('/sign-in')
        .set('Origin', PUBLIC_URL)
        .type('form')
        .send({ email, password })
        .expect(303);
    }
  });

  it('shows a simulated role with 120 finished people and others in every state', async () => {
    const { organisation, role, standings } = await lookAround();
    expect(organisation.name).toContain('(demo)');
    expect(role).toMatchObject({ simulated: true, state: 'open' });
    const kinds = standings.map(({ evidence }) => evidence.kind);
    expect(kinds.filter((kind) => kind === 'complete').length).toBeGreaterThanOrEqual(120);
    expect(new Set(kinds)).toEqual(
      new Set([
        'invited',
        'in-progress',
        'waiting-for-rating',
        'waiting-for-third',
        'complete',
        'part-missing',
      ]),
    );
    const stages = new Set(standings.map(({ stage }) => stage));
    expect(stages).toEqual(new Set(['open', 'shortlisted', 'interview', 'withdrawn']));
  });

  it('gives every rater something to rate, and leaves some for the hiring manager to give out', async () => {
    const { people, role, batches } = await lookAround();
    const raters = people.filter(({ roles }) => roles.includes('rater')).map(({ id }) => id);
    expect(new Set(batches.map(({ raterId }) => raterId))).toEqual(new Set(raters));
    const { ratingTasks } = product.deps.stores;
    const counts = await ratingTasks.countByState(role.organisationId, role.id);
    expect(counts.unallocated).toBeGreaterThan(0);
    expect(counts.third).toBeGreaterThan(0);
    expect(counts.lead).toBeGreaterThan(0);
  });

  it('has something to do for the owner and for whoever handles adjustments', async () => {
    const { people } = await readAccess();
    const home = async (role: string) => {
      const { email, password } = people.find(({ roles }) => roles.includes(role as never)) ?? fail(role);
      const browser = request.agent(product.app);
      await browser
        .post('/sign-in')
        .set('Origin', PUBLIC_URL)
        .type('form')
        .send({ email, password })
        .expect(303);
      return load((await browser.get('/').expect(200)).text)('ul.lines').text();
    };
    expect(await home('owner')).toMatch(/rubric/i);
    expect(await home('auditor')).toMatch(/rubric/i);
    expect(await home('adjustments')).toMatch(/adjustment|request/i);
  });

  it('has a panel of simulated experts that is closed only after a person has rated, too', async () => {
    const { organisation } = await lookAround();
    const [panel] = await product.deps.stores.expertPanels.listOfOrganisation(organisation.id);
    if (panel === undefined) throw new Error('the demo has no panel');
    const experts = await product.keys.panelExperts.listInvited(organisation.id, panel.id);
    expect(experts.map(({ state }) => state)).toEqual([
      ...Array.from({ length: panel.needed - 1 }, () => 'handed-in'),
      'taking-part',
      'invited',
    ]);
    for (const { name } of experts) expect(name).toMatch(/^Simulated expert/);
    const form = await product.deps.stores.formVersions.get(organisation.id, panel.formVersionId);
    const handedIn = await product.keys.panelExperts.listHandedIn(organisation.id, panel.id);
    const judged = judgePanel(form, { ...panel, needed: handedIn.length }, handedIn);
    const verdicts = judged.situations.flatMap(({ options }) => options.map(({ verdict }) => verdict));
    expect(new Set(verdicts).size).toBeGreaterThan(1);
    expect(judged.key).toBe('possible');
  });

  it('has a link by which whoever looks around can take the assessment', async () => {
    const [link = ''] = (await readAccess()).candidateLinks;
    expect(link).toMatch(new RegExp(`^${PUBLIC_URL}/i/`));
    const page = await request(product.app).get(link.slice(PUBLIC_URL.length)).expect(200);
    expect(load(page.text)('form button[type=submit]').text().trim()).toBe('Begin');
  });

  it('keeps the sign-ins for the owner of the data directory', async () => {
    expect((await stat(demoAccessFile(product.dataDir))).mode & 0o777).toBe(0o600);
    expect((await readAccess()).address).toBe(PUBLIC_URL);
  });
});

describe('a start of the demo', () => {
  afterEach(() => product.close());

  it('is made once; later starts say where the sign-ins are', async () => {
    product = await startSimulatedProduct();
    await start();
    expect(await start()).toEqual([`The sign-ins of the demo are in ${demoAccessFile(product.dataDir)}.`]);
    expect((await lookAround()).roles).toHaveLength(1);
  });

  it('is filled by the next start where the first was stopped before', async () => {
    product = await startSimulatedProduct();
    await startDemo(product.deps, product.keys);
    await expect(readAccess()).rejects.toThrow('ENOENT');
    const lines = await start();
    const { people, candidateLinks } = await readAccess();
    expect(candidateLinks).toHaveLength(1);
    expect(lines.some((line) => line.includes(people[0]?.password ?? 'none'))).toBe(true);
    expect((await lookAround()).standings.length).toBeGreaterThan(150);
  });
});

describe('no demo', () => {
  afterEach(() => product.close());

  it.each([
    ['where it is switched off', { demo: false }],
    ['on a database of MONGODB_URI', { mongodbUri: 'mongodb://127.0.0.1:1' }],
  ])('%s', async (_, config) => {
    product = await startSimulatedProduct(config);
    expect(await start()).toEqual([]);
    expect(await product.deps.stores.people.countAll()).toBe(0);
  });
});
