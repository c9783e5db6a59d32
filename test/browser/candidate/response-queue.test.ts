import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  backOffMs,
  createResponseQueue,
  fitBeacons,
  type Draft,
} from '../../../src/browser/candidate/response-queue.ts';

const text = (a: string) => ({ a });
const only = (drafts: readonly Draft[]): Draft => {
  const [draft] = drafts;
  if (draft === undefined || drafts.length > 1) throw new Error(`${drafts.length} drafts instead of one`);
  return draft;
};

describe('the queue of answers', () => {
  it('continues from the stored number and replaces what waits', () => {
    const queue = createResponseQueue(2);
    queue.know('w01', 4);
    queue.write('w01', '/save', text('one'));
    queue.write('w01', '/save', text('two'));
    expect(only(queue.takeReady())).toEqual({
      item: 'w01',
      url: '/save',
      epoch: 2,
      baseSeq: 4,
      seq: 5,
      fields: text('two'),
    });
  });

  it('never uses a number for another text once it was sent', () => {
    const queue = createResponseQueue(1);
    queue.write('w01', '/save', text('one'));
    const sent = only(queue.takeReady());
    expect(queue.write('w01', '/save', text('two')).seq).toBe(2);
    queue.release(sent);
    expect(only(queue.takeReady())).toMatchObject({ seq: 2, fields: text('two') });
  });

  it('sends one answer of a question at a time, of different questions side by side', () => {
    const queue = createResponseQueue(1);
    queue.write('w01', '/1', text('one'));
    queue.write('w02', '/2', text('two'));
    expect(queue.takeReady().map(({ item }) => item)).toEqual(['w02', 'w01']);
    queue.write('w01', '/1', text('three'));
    expect(queue.takeReady()).toEqual([]);
  });

  it('forgets a draft when its own number is stored, not before', () => {
    const queue = createResponseQueue(1);
    queue.write('w01', '/save', text('one'));
    const first = only(queue.takeReady());
    queue.write('w01', '/save', text('two'));
    expect(queue.settle(first, 1)).toBe('overtaken');
    expect(queue.drafts()).toHaveLength(1);
    expect(queue.settle(only(queue.takeReady()), 2)).toBe('acknowledged');
    expect(queue.drafts()).toEqual([]);
    expect(queue.storedSeq('w01')).toBe(2);
  });

  it('sees that another window wrote when a number is stored that it never sent', () => {
    const queue = createResponseQueue(1);
    queue.write('w01', '/save', text('one'));
    expect(queue.settle(only(queue.takeReady()), 7)).toBe('conflict');
    expect(queue.draftOf('w01')?.fields).toEqual(text('one'));
    // Choosing the own text once is enough: its number is above everything that is stored.
    expect(queue.write('w01', '/save', text('one')).seq).toBe(8);
  });

  it('keeps the number of a draft of this writer and renews that of an older one', () => {
    const queue = createResponseQueue(2);
    const draft = { item: 'w01', url: '/save', epoch: 2, baseSeq: 3, seq: 5, fields: text('kept') };
    queue.know('w01', 3);
    expect(queue.adopt(draft)).toEqual(draft);
    expect(queue.write('w01', '/save', text('more')).seq).toBe(6);
    const other = createResponseQueue(3);
    other.know('w01', 3);
    expect(other.adopt(draft)).toEqual({ ...draft, epoch: 3, seq: 4 });
  });

  it('counts what a leaving page beacons as sent', () => {
    const queue = createResponseQueue(1);
    queue.write('w01', '/save', text('one'));
    expect(queue.takeAll().map(({ seq }) => seq)).toEqual([1]);
    expect(queue.write('w01', '/save', text('two')).seq).toBe(2);
  });

  it('ends with the last text stored under a number of its own, whatever gets lost on the way', () => {
    const steps = fc.array(fc.constantFrom('write', 'send', 'lost', 'answer-lost'), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (order) => {
        const queue = createResponseQueue(1);
        const seen = new Map<number, string>();
        let stored = 0;
        let last = '';
        const arrive = ({ seq, fields }: Draft) => {
          // The server takes one text for one number.
          expect(seen.get(seq) ?? fields['a']).toBe(fields['a']);
          seen.set(seq, fields['a'] ?? '');
          stored = Math.max(stored, seq);
        };
        order.forEach((step, index) => {
          if (step === 'write') queue.write('w01', '/save', text((last = `text ${index}`)));
          else
            for (const draft of queue.takeReady()) {
              if (step !== 'lost') arrive(draft);
              if (step === 'send') queue.settle(draft, stored);
              else queue.release(draft);
            }
        });
        for (let turn = 0; turn < 3; turn += 1)
          for (const draft of queue.takeReady()) {
            arrive(draft);
            queue.settle(draft, stored);
          }
        expect(queue.drafts()).toEqual([]);
        if (last !== '') expect(seen.get(stored)).toBe(last);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('trying again', () => {
  it('waits at most half a second first, then twice as long up to eight seconds', () => {
    expect([0, 1, 2, 3, 4, 9].map((failures) => backOffMs(failures, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000,
    ]);
    expect(backOffMs(4, 0.25)).toBe(2000);
    expect(backOffMs(4, 0)).toBe(0);
  });
});

describe('beacons of one page', () => {
  it('take 48 KB together, in the order given, leaving out what does not fit', () => {
    const size = (body: string) => body.length;
    const big = 'b'.repeat(40 * 1024);
    const small = 's'.repeat(8 * 1024);
    expect(fitBeacons([big, big, small], size)).toEqual([big, small]);
    expect(fitBeacons([small, 'x'.repeat(49 * 1024)], size)).toEqual([small]);
  });
});
