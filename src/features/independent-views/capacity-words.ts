import type { Capacity } from '../../core/decision/asked-people.ts';

export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  recruiter: 'Recruiter',
  'hiring-manager': 'Hiring manager',
  'customer-colleague': 'Colleague who works with customers',
  'other-department': 'Another department',
};
