import type { PanelExpert } from '../../core/expert-panel/expert-panel.ts';
import type { Deps } from '../../deps.ts';
import { makeLinkToken } from '../../ops/link-token.ts';

/** The address by which an expert takes part. */
export function expertLink(
  { secret, config }: Pick<Deps, 'secret' | 'config'>,
  { id, linkVersion: version }: Pick<PanelExpert, 'id' | 'linkVersion'>,
): string {
  return `${config.publicUrl}/panel/${makeLinkToken(secret, 'panel', { id, version })}`;
}
