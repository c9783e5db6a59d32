/** Types are verbal already; on pages a requisition is a role. */
export function whatHappened(type: string): string {
  const words = type.replaceAll('-', ' ').replace('requisition', 'role');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
