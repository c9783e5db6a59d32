/**
 * Lawshe's content validity ratio (1975) = (n_e − N/2) / (N/2), −1 to 1: how many of a panel of N call something
 * essential. Null without a panel, and where more than the panel say so.
 */
export function contentValidityRatio(essential: number, panel: number): number | null {
  if (!(panel >= 1 && essential >= 0 && essential <= panel)) return null;
  return (essential - panel / 2) / (panel / 2);
}
