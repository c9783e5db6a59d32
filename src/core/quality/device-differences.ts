import { DEVICE_CLASSES, type DeviceClass } from '../attempt/device-class.ts';
import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import type { Interval } from '../psychometrics/feldt-interval.ts';
import { momentsDifference, type Moments } from '../psychometrics/moments-difference.ts';
import { tallyGroupMoments } from '../psychometrics/tally-group-moments.ts';

/** Fewest people of a class that anything is said about, and fewest that two comparisons lie apart. */
export const LEAST_FOR_DEVICE = 30;

const LEVEL = 0.9;

/** Of the means, less the largest class, with a 90 % interval. */
export interface DeviceDifference {
  readonly reason: null;
  readonly points: Interval & { readonly value: number };
  readonly standardised: Interval & { readonly value: number };
}

interface NoFigure {
  readonly value: null;
  readonly reason: NoFigureReason;
}

/** Of too few people not even the number is kept. The largest class is not compared with itself. */
export type DeviceFigures = { readonly deviceClass: DeviceClass } & (
  | { readonly n: null; readonly reason: 'insufficient-n' }
  | { readonly n: number; readonly reason: null; readonly difference: DeviceDifference | NoFigure | null }
);

/** How scores differ by what people began on. Nothing in it is about fewer than thirty of them. */
export interface DeviceComparison {
  /** With a score and a known device. */
  readonly people: number;
  /** The largest first. */
  readonly classes: readonly DeviceFigures[];
  readonly computedAt: Date;
}

export interface DeviceScore {
  readonly score: number;
  readonly deviceClass: DeviceClass;
}

/** Counts people of any number in constant memory. */
export function tallyDevices() {
  const moments = tallyGroupMoments(DEVICE_CLASSES.length);
  return {
    add(people: readonly DeviceScore[]): void {
      moments.add(
        people.map(({ score }) => score),
        people.map(({ deviceClass }) => DEVICE_CLASSES.indexOf(deviceClass)),
      );
    },
    comparison(computedAt: Date): DeviceComparison {
      const classes = DEVICE_CLASSES.map((deviceClass, place) => ({
        deviceClass,
        own: moments.momentsOf(place),
      })).sort((one, other) => other.own.n - one.own.n);
      return {
        people: classes.reduce((all, { own }) => all + own.n, 0),
        classes: classes.map(({ deviceClass, own }, rank) => ({
          deviceClass,
          ...figuresOf(own, rank === 0 ? null : (classes[0]?.own ?? null)),
        })),
        computedAt,
      };
    },
  };
}

function figuresOf(own: Moments, largest: Moments | null) {
  if (own.n < LEAST_FOR_DEVICE) return { n: null, reason: 'insufficient-n' } as const;
  return { n: own.n, reason: null, difference: largest === null ? null : differenceOf(own, largest) };
}

function differenceOf(own: Moments, largest: Moments): DeviceDifference | NoFigure {
  const found = momentsDifference(own, largest, LEVEL);
  if (found.reason !== null) return unknown(found.reason);
  const { raw: points, d: value, lower, upper } = found;
  return { reason: null, points, standardised: { value, lower, upper } };
}

/**
 * The comparison that counts from now on: the one before, until thirty people more or fewer have a score. Else two of them,
 * seen before and after somebody handed in, would tell what this one person used.
 */
export function lastingComparison(
  before: DeviceComparison | null,
  now: DeviceComparison | null,
): DeviceComparison | null {
  if (before === null || now === null) return now;
  return Math.abs(now.people - before.people) < LEAST_FOR_DEVICE ? before : now;
}
