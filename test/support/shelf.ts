import { readFileSync } from 'node:fs';
import type { AuthoredAssessment } from '../../src/content/authored-assessment.ts';

const path = process.env['TEST_SHELF'];
if (path === undefined) throw new Error('TEST_SHELF is not set: run the tests through npm test');

/**
 * The folder `assessments/` as the product loads it. It is read once for the whole run: parsing its YAML
 * anew took a second of every suite. Lines of files are not known here; they are the loader's own tests'.
 */
export const shelf = JSON.parse(readFileSync(path, 'utf8')) as readonly AuthoredAssessment[];
