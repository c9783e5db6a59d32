export const DEVICE_CLASSES = ['phone', 'tablet', 'computer'] as const;
export type DeviceClass = (typeof DEVICE_CLASSES)[number];

/** "Tablet PC" stood in the name of Windows computers with a pen. */
const TABLET = /iPad|PlayBook|Kindle|Silk\/|\bTablet\b(?! PC)/i;
const PHONE = /iPhone|iPod|Windows Phone|Opera Mini|\bMobile\b/i;
const COMPUTER = /Windows NT|Macintosh|X11|CrOS/i;

/**
 * Which kind of device a request seems to come from, by two of its headers; null where they do not tell. Crude on purpose:
 * neither model nor version is looked at. Tablets that call themselves computers, as newer iPads do, count as such.
 */
export function deviceClassOf(
  mobileHint: string | undefined,
  userAgent: string | undefined,
): DeviceClass | null {
  const agent = userAgent ?? '';
  if (TABLET.test(agent)) return 'tablet';
  if (mobileHint === '?1' || PHONE.test(agent)) return 'phone';
  if (/Android/i.test(agent)) return 'tablet';
  return COMPUTER.test(agent) ? 'computer' : null;
}
