import type { Background } from '../../core/expert-panel/expert-panel.ts';

/** What an expert has to do with the job, as they choose it and as the owner reads it. */
export const RELATION: Readonly<
  Record<Background['relation'], { readonly chosen: string; readonly told: string }>
> = {
  'does-it': { chosen: 'I do this job, or did', told: 'does the job' },
  'leads-it': { chosen: 'I lead people who do it', told: 'leads people who do it' },
  'trains-it': { chosen: 'I train people for it', told: 'trains people for it' },
  'knows-it': { chosen: 'I know it in another way', told: 'knows the job in another way' },
};

export const yearsWords = (years: number): string => (years === 1 ? '1 year' : `${years} years`);
