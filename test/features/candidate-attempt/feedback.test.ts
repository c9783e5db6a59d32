import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { newId } from '../../../src/ops/secrets.ts';
import { signInAs } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite, type Device, type Invited } from './candidate.ts';

let test: TestApp;
let invited: Invited;
let device: Device;
beforeAll(async () => {
  test = await startTestApp();
  invited = await invite(test);
  device = await aSittingDevice(test, invited);
}, 60_000);
afterAll(() => test.close());

const stored = () => test.connection.collection('candidateFeedback');

/** What somebody else of the same role has said. */
async function aVoice(text: string | null): Promise<void> {
  const { organisationId, requisitionId } = invited.applicant;
  await test.deps.stores.candidateFeedback.insert({
    id: newId(),
    organisationId,
    requisitionId,
    applicantId: newId(),
    fair: 4,
    clear: 2,
    text,
    givenAt: test.deps.clock(),
  });
  test.advance(1000);
}

describe('what a candidate says about the process', () => {
  it('is asked only after handing in', async () => {
    await device.post('/feedback', { epoch: undefined, fair: '5', clear: '5', text: '' });
    expect(await stored().countDocuments({})).toBe(0);
    await device.post('/parts/judgment/hand-in');
    await device.post('/parts/writing/start');
    await device.post('/parts/writing/hand-in');
    await device.open('/receipt');
    expect(device.page('#feedback input[name=fair]').length).toBe(5);
    // Without the number, the tab's script would take the page with its errors for a lost address and open it again.
    expect(device.page('#feedback form').attr('action')).toMatch(/\?writer=\d+$/);
  });

  it('keeps what was chosen and typed when something is missing', async () => {
    const answer = await device.post('/feedback', {
      epoch: undefined,
      fair: '5',
      text: 'Too small on my phone.',
    });
    expect(answer.status).toBe(422);
    const page = load(answer.text);
    expect(page('input[name=fair][value=5]').attr('checked')).toBeDefined();
    expect(page('textarea[name=text]').text().trim()).toBe('Too small on my phone.');
    expect(page('.summary a').attr('href')).toBe('#clear');
  });

  it('is stored once, however often it is sent', async () => {
    const fields = { epoch: undefined, fair: '5', clear: '1', text: 'Too small on my phone.' };
    const answers = await Promise.all([1, 2, 3].map(() => device.post('/feedback', fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await stored().countDocuments({})).toBe(1);
    await device.open('/receipt');
    expect(device.page('#feedback form').length).toBe(0);
    expect(device.page('#feedback').text()).toContain('Thank you');
  });

  it('shows to staff in whole groups of ten only, without label or date', async () => {
    const { requisition, applicant } = invited;
    const member = await signInAs(test, applicant.organisationId, ['interviewer']);
    await test.deps.stores.requisitions.change(requisition, { members: [member.actor.personId] }, []);
    const path = `/requisitions/${requisition.id}/feedback`;
    const read = async () => load((await member.get(path)).text);
    for (let n = 2; n <= 9; n += 1) await aVoice(null);
    const few = await read();
    expect(few('main').text()).toContain('Shown from 10 answers on');
    expect(few('main').text()).not.toContain('Too small');
    await aVoice('A friendly test.');
    await aVoice('The latest alone.');
    const page = await read();
    const rows = page('tbody tr').toArray();
    const counts = rows.map((row) =>
      page(row)
        .find('td')
        .toArray()
        .map((cell) => page(cell).text().trim()),
    );
    expect(counts).toEqual([
      ['0', '0', '0', '9', '1'],
      ['1', '9', '0', '0', '0'],
    ]);
    const texts = page('blockquote')
      .toArray()
      .map((quote) => page(quote).text().trim());
    expect(texts.toSorted()).toEqual(['A friendly test.', 'Too small on my phone.']);
    expect(page('main').text()).not.toContain(applicant.label);
  });

  it('goes with an erasure', async () => {
    const target = await test.deps.stores.erasure.findTarget(invited.applicant.id);
    if (target === null) throw new Error('nobody is there');
    await test.deps.stores.erasure.deleteTraces(target);
    expect(await stored().countDocuments({ applicantId: invited.applicant.id })).toBe(0);
  });
});
