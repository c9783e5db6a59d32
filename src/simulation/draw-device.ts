import type { DeviceClass } from '../core/attempt/device-class.ts';
import { POPULATION } from './population.ts';
import type { Random } from './random.ts';

/** What somebody begins on. Nothing else about them follows from it. */
export function drawDevice(random: Random): DeviceClass {
  const { phone, computer } = POPULATION.devices;
  const place = random.next();
  if (place < phone) return 'phone';
  return place < phone + computer ? 'computer' : 'tablet';
}
