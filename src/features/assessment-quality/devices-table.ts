import type { DeviceClass } from '../../core/attempt/device-class.ts';
import {
  LEAST_FOR_DEVICE,
  type DeviceComparison,
  type DeviceDifference,
  type DeviceFigures,
} from '../../core/quality/device-differences.ts';
import type { Cell, DataTable, Row } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { intervalWords, two } from './quality-words.ts';

/** A score with what is known of it by device; null before the first analysis that counted it. */
export interface ScoreByDevice {
  readonly heading: string;
  readonly devices: DeviceComparison | null;
}

const DEVICE_WORDS: Readonly<Record<DeviceClass, string>> = {
  phone: 'Phone',
  tablet: 'Tablet',
  computer: 'Computer',
};

const row = (cells: Cell[]): Row => ({ cells, lineAfter: null });
const text = (shown: string, sub: string | null = null): Cell => ({ kind: 'text', text: shown, sub });

/** How each score differs by what people began on. */
export const devicesTable = (scores: readonly ScoreByDevice[]): DataTable => ({
  id: 'devices',
  heading: 'Phone, tablet or computer',
  headingHidden: false,
  note: `Mean scores of people who began on each, less the largest class, with 90 % intervals. People choose their device: a difference is a reason to look, not a finding. It does not say that a device changes scores, and no difference does not say that none does. Nothing is shown of fewer than ${LEAST_FOR_DEVICE} people, and all of it is counted afresh only with ${LEAST_FOR_DEVICE} people more, so that nobody can be told from it. People whose device is not known do not count.`,
  columns: ['Score', 'Device', 'n', 'Difference in points', 'Standardised'].map((label, place) => ({
    label,
    labelHidden: false,
    align: place < 2 ? 'start' : 'end',
    sort: null,
  })),
  rows: scores.flatMap(rowsOf),
  empty: '',
  sortsInPlace: false,
});

function rowsOf({ heading, devices }: ScoreByDevice): readonly Row[] {
  if (devices === null) {
    const nothing = ['–', '–', '–', '–'].map((dash) => text(dash));
    return [row([text(heading, 'Counted with the next analysis'), ...nothing])];
  }
  return devices.classes.map((own) =>
    row([
      text(heading, `As of ${formatDate(devices.computedAt)}`),
      text(DEVICE_WORDS[own.deviceClass]),
      ...figureCells(own),
    ]),
  );
}

function figureCells(own: DeviceFigures): Cell[] {
  if (own.n === null) return [text(`Fewer than ${LEAST_FOR_DEVICE}`), text('–'), text('–')];
  const n = text(`${own.n}`);
  const { difference } = own;
  if (difference === null) return [n, text('Largest class'), text('–')];
  return difference.reason === null
    ? [n, pointsCell(difference), standardisedCell(difference)]
    : [n, text('–', 'all scores alike'), text('–')];
}

const pointsCell = ({ points }: DeviceDifference): Cell =>
  text(one(points.value), `${one(points.lower)} to ${one(points.upper)}`);

const standardisedCell = ({ standardised }: DeviceDifference): Cell =>
  text(two(standardised.value), intervalWords(standardised));

/** Never “-0.0”. */
const one = (value: number): string => (Math.round(10 * value) / 10 || 0).toFixed(1);
