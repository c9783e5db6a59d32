import type { Addresses } from '../address.ts';

/** Where the links and forms of a page lead while it is looked at: to other pages of the preview. */
export function previewAddresses(root: string): Addresses {
  const setUp = `${root}/set-up`;
  return {
    overview: setUp,
    claim: root,
    time: setUp,
    comfort: setUp,
    heartbeat: root,
    state: root,
    receipt: `${root}/receipt`,
    feedback: `${root}/receipt`,
    reuse: `${root}/receipt`,
    adjustments: setUp,
    practice: (itemId) => `${root}/practice.${itemId}`,
    part: (sectionId) => `${root}/part.${sectionId}`,
    start: (sectionId) => `${root}/part.${sectionId}`,
    check: (sectionId) => `${root}/check.${sectionId}`,
    handIn: (sectionId) => `${root}/check.${sectionId}`,
    item: (itemId) => `${root}/item.${itemId}`,
    response: (itemId) => `${root}/item.${itemId}`,
  };
}
