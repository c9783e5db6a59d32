import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type {
  ApplicantId,
  CriterionId,
  OrganisationId,
  RubricVersionId,
} from '../../../src/core/kernel/ids.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  aPerson,
  aRole,
  ratedThroughout,
  type MadePerson,
  type Role,
} from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let role: Role;
let person: MadePerson;

const QUOTE = 'I hear that it is late.';

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  role = aRole(home, { members: [recruiter.actor.personId] });
  const { texts, ratings } = ratedThroughout(role.form, [4, 3, 5]);
  const span = { criterion: 'empathy' as CriterionId, step: 'a', start: 0, end: QUOTE.length } as const;
  person = aPerson(role, {
    label: 'AAAAA',
    texts: { ...texts, w01: { a: `${QUOTE} <b>Here</b> is what I do.`, b: 'And then.' } },
    ratings: {
      ...ratings,
      w01: {
        levels: [
          [4, 3, 5],
          [5, 3, 5],
        ],
        spans: [span],
        reason: 'Sees it.',
      },
    },
  });
  await storeRole(test, role);
  await storePeople(test, [person]);
}, 60_000);
afterAll(() => test.close());

const pathOf = (id: ApplicantId): string => `/requisitions/${role.requisition.id}/applicants/${id}`;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the report of an applicant', () => {
  it('shows score and band, levels with anchors and quotes, and never who it is', async () => {
    const response = await recruiter.get(pathOf(person.applicant.id));
    expect(response.status).toBe(200);
    const $ = load(response.text);
    const text = squeeze($('main').text());
    expect(text).toContain('Unsupervised, not verified. Raters not certified.');
    expect(text).toContain('Prompts written on: 3 of 3.');

    const score = person.standing.written.value ?? 0;
    expect(squeeze($('section[aria-labelledby=band-written]').text())).toContain(`${Math.round(score)}`);
    expect($('section[aria-labelledby=band-written] [stroke-dasharray]').length).toBeGreaterThan(0);
    // An author key keeps Judgment back in a real role.
    expect($('section[aria-labelledby=band-judgment]')).toHaveLength(0);
    expect(text).toContain('Judgment is kept back');

    const empathy = $('section[aria-labelledby=criterion-empathy]');
    expect(squeeze(empathy.find('blockquote').text())).toBe(QUOTE);
    const anchors = role.rubric.criteria[0]?.levels.slice(3).map(({ anchor }) => squeeze(anchor)) ?? [];
    for (const anchor of anchors) expect(squeeze(empathy.text())).toContain(anchor);
    expect(empathy.text()).toContain('raters gave 4 and 5');
    expect(empathy.text()).toMatch(/one level lower: Written − \d/);
    expect(text).toContain('<b>Here</b>');
    expect(response.text).not.toMatch(/canary/i);
    expect(text).not.toMatch(/\d\d:\d\d:\d\d|10:00|Tap|phone used/);
  });

  it('writes to the audit trail that it was read', async () => {
    const before = await test.deps.stores.audit.listNewest(home, 50);
    await recruiter.get(pathOf(person.applicant.id));
    const after = await test.deps.stores.audit.listNewest(home, 50);
    const views = (events: typeof after) => events.filter(({ type }) => type === 'report-viewed').length;
    expect(views(after)).toBe(views(before) + 1);
    expect(after[0]?.facts).toMatchObject({ applicantId: person.applicant.id });
  });

  it('says of somebody who has handed nothing in just that', async () => {
    const invited = aPerson(role, { label: 'BBBBB', state: 'invited' });
    await storePeople(test, [invited]);
    const { text, status } = await recruiter.get(pathOf(invited.applicant.id));
    expect(status).toBe(200);
    const $ = load(text);
    expect($('main').text()).toContain('Nothing is handed in yet.');
    expect($('blockquote, article')).toHaveLength(0);
  });

  it('is not there for an applicant of another role, and waits for one who is being computed', async () => {
    const other = aRole(home, { members: [recruiter.actor.personId] });
    const stranger = aPerson(other, { label: 'CCCCC' });
    await storeRole(test, other);
    await storePeople(test, [stranger]);
    expect((await recruiter.get(pathOf(stranger.applicant.id))).status).toBe(404);
    expect((await recruiter.get(pathOf(newId<ApplicantId>()))).status).toBe(404);

    const fresh = aPerson(role, { label: 'DDDDD', state: 'invited' });
    const contact = { invitationId: newId(), name: 'N', email: 'n@example.org', reference: null };
    await test.deps.stores.applicants.insert(fresh.applicant, contact, new Date(), []);
    expect((await recruiter.get(pathOf(fresh.applicant.id))).status).toBe(409);
  });
});

async function pdf(staff: Staff, path: string) {
  const response = await staff.agent.get(path).responseType('blob');
  expect([response.status, response.type]).toEqual([200, 'application/pdf']);
  const read = readPdf(response.body as Buffer);
  return { ...read, text: squeeze(read.pages.join(' ')) };
}

describe('the report as a file', () => {
  it('says in its structure what the page says, draws the band, and names nobody', async () => {
    const at = `${pathOf(person.applicant.id)}/pdf`;
    expect((await recruiter.get(pathOf(person.applicant.id))).text).toContain(`href="${at}"`);
    const { text, roles, alternatives, bookmarks } = await pdf(recruiter, at);
    const score = `${Math.round(person.standing.written.value ?? 0)}`;
    expect(alternatives[0]).toMatch(new RegExp(`assumed 90 % band, drawn dashed: AAAAA ${score} ± \\d`));
    expect(alternatives[1]).toContain('Scores by criterion. AAAAA:');
    expect(roles.filter((role) => role === 'Figure')).toHaveLength(2);
    const said = [
      'Unsupervised, not verified.',
      'Judgment is kept back',
      `“${QUOTE}”`,
      'raters gave 4 and 5',
    ];
    for (const words of [...said, `${QUOTE} <b>Here</b> is what I do.`, 'A rater’s reason: Sees it.']) {
      expect(text).toContain(words);
    }
    expect(bookmarks).toEqual(
      expect.arrayContaining(['In short', 'Written', 'Evidence by criterion', 'History']),
    );
    expect(bookmarks).not.toContain('Judgment');
    expect(text).not.toMatch(/canary|example\.org|Not everything can be shown/i);
    const events = await test.deps.stores.audit.listNewest(home, 50);
    const exported = events.filter(({ type }) => type === 'report-exported').map(({ facts }) => facts);
    expect(exported).toEqual([expect.objectContaining({ applicantId: person.applicant.id })]);
  });
});

describe('the interview guide', () => {
  it('asks everybody the same, quotes what raters disagreed about, and has no score', async () => {
    const interviewer = await signInAs(test, home, ['interviewer']);
    const own = aRole(home, { members: [interviewer.actor.personId] });
    const { texts, ratings } = ratedThroughout(own.form, [4, 3, 5]);
    const apart = {
      w01: {
        levels: [
          [1, 3, 5],
          [4, 3, 5],
          [4, 3, 5],
        ],
      },
    } as const;
    const people = [
      aPerson(own, { label: 'EEEEE', ...ratedThroughout(own.form, [2, 2, 2]) }),
      aPerson(own, { label: 'FFFFF', texts: texts ?? {}, ratings: { ...ratings, ...apart } }),
    ];
    await storeRole(test, own);
    await storePeople(test, people);
    const guides = await Promise.all(
      people.map(async ({ applicant }) => {
        const path = `/requisitions/${own.requisition.id}/applicants/${applicant.id}`;
        expect((await interviewer.get(path)).status).toBe(403);
        return load((await interviewer.get(`${path}/interview-guide`)).text);
      }),
    );
    const questions = guides.map(($) => squeeze($('section[aria-labelledby^=question-]').text()));
    expect(questions[0]).toBe(questions[1]);
    for (const { label, definition } of own.rubric.criteria) {
      const section = squeeze(
        guides[0]?.(`section[aria-labelledby^=question-]:contains("${label}") p`).first().text() ?? '',
      );
      expect(section).toContain(`“${label}”`);
      expect(section).toMatch(/^Tell me .*\?$/);
      expect(section).not.toContain(squeeze(definition));
      expect(questions[0]).toContain(squeeze(definition));
    }
    const [plain, followed] = guides.map(($) => squeeze($('section[aria-labelledby^=follow-up]').text()));
    expect(plain).toBe('');
    expect(followed).toContain('You wrote: “First words on w01.”. What led you there?');
    expect(squeeze(guides[1]?.('main').text() ?? '')).not.toMatch(/raters gave|± |Written/);

    const path = `/requisitions/${own.requisition.id}/applicants/${people[1]?.applicant.id}`;
    const copy = await pdf(interviewer, `${path}/interview-guide/pdf`);
    expect(copy.text).toContain('You wrote: “First words on w01.”. What led you there?');
    for (const { label } of own.rubric.criteria) expect(copy.bookmarks.join()).toContain(label);
    expect(copy.text).not.toMatch(/raters gave|± |Written/);
    expect((await interviewer.get(`${path}/pdf`)).status).toBe(403);
  });
});

describe('a report under an earlier version of the rubric', () => {
  it('stays as it was, beside the one that counts, and says which is which and why', async () => {
    const people = [recruiter.actor.personId];
    const before = aRole(home, { members: people });
    const { standing, ...made } = aPerson(before, {
      label: 'BBBBB',
      ...ratedThroughout(before.form, [4, 3, 5]),
    });
    await storeRole(test, before);
    await storePeople(test, [{ standing, ...made }]);
    const next = {
      ...{ ...before.rubric, id: newId<RubricVersionId>(), number: 2, anchorHash: 'next' },
      ...{ reason: 'Weighs listening more', publishedBy: recruiter.actor.personId },
    };
    await test.deps.stores.rubrics.insertVersion(next, []);
    await test.deps.stores.standings.upsert({
      ...standing,
      rubricVersionId: next.id,
      written: { value: 12, reason: null },
    });
    const seen = await test.deps.stores.requisitions.find(home, before.requisition.id);
    if (seen === null) throw new Error('no role');
    const intakes = seen.intakes.map((intake) => ({ ...intake, rubricVersionId: next.id }));
    await test.deps.stores.requisitions.change(seen, { intakes }, []);

    const path = `/requisitions/${seen.id}/applicants/${made.applicant.id}`;
    const now = load((await recruiter.get(path)).text);
    expect(squeeze(now('section[aria-labelledby=band-written]').text())).toContain('12');
    expect(now(`a[href="${path}?rubric=1"]`).text()).toBe('version 1');
    expect(squeeze(now('main').text())).toContain('Weighs listening more');
    const then = load((await recruiter.get(`${path}?rubric=1`)).text);
    const score = `${Math.round(standing.written.value ?? 0)}`;
    expect(squeeze(then('section[aria-labelledby=band-written]').text())).toContain(score);
    expect(squeeze(then('main').text())).toContain(
      'as version 1 of the rubric gave it. Version 2 counts now',
    );
    expect(then(`a[href="${path}/pdf?rubric=1"]`)).toHaveLength(1);
    const file = await recruiter.get(`${path}/pdf?rubric=1`).buffer(true);
    expect(file.headers['content-disposition']).toContain('report-BBBBB-version-1.pdf');
    for (const none of ['3', '0', 'x'])
      expect((await recruiter.get(`${path}?rubric=${none}`)).status).toBe(404);
  });
});
