import { sameText, sign } from './secrets.ts';

/** What a link stands for. Only the version is stored, so a link can always be shown again and revoked by adding one. */
export interface LinkTarget {
  readonly id: string;
  readonly version: number;
}

type LinkPurpose = 'invitation' | 'join' | 'panel';

/** `id.version.signature`, made from the server's secret. */
export function makeLinkToken(secret: string, purpose: LinkPurpose, target: LinkTarget): string {
  const body = `${target.id}.${target.version}`;
  return `${body}.${sign(secret, purpose, body)}`;
}

/** The target of a genuine token; null for anything else. Whether the version is still valid, the store knows. */
export function readLinkToken(secret: string, purpose: LinkPurpose, token: string): LinkTarget | null {
  const [id = '', versionText = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !/^[\w-]{22}$/.test(id) || !/^\d{1,6}$/.test(versionText)) return null;
  const genuine = sign(secret, purpose, `${id}.${versionText}`);
  return sameText(genuine, signature) ? { id, version: Number(versionText) } : null;
}
