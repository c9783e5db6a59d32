import { blindWords } from '../../presentation/blind-words.ts';
import {
  heading,
  paragraph,
  type DocumentBlock,
  type DocumentContent,
} from '../../presentation/document/document-content.ts';
import { coreQuestions, followUpQuestions } from './guide-questions.ts';
import type { Report } from './read-report.ts';

/** The interviewer’s copy, with space to write. It has no scores, so that what is heard counts for itself. */
export function guideContent(report: Report, at: Date): DocumentContent {
  const { requisition, rubric, standing } = report;
  return {
    title: `Interview guide for ${standing.label}`,
    subtitle: `${requisition.title} · rubric version ${rubric.number} · ${blindWords(requisition)}${requisition.simulated ? ' This role is simulated: nobody in it exists.' : ''}`,
    language: 'en',
    at,
    blocks: [
      paragraph(
        'Ask everybody the same questions, in this order. Write down what you hear before you choose a level.',
      ),
      ...coreQuestions(report).flatMap(
        ({ heading: title, ask, meaning, levels }): readonly DocumentBlock[] => [
          { ...heading(title), keep: 4 },
          paragraph(ask),
          paragraph(meaning, 'quiet'),
          { kind: 'list', items: levels.map(({ label, anchor }) => `${label}: ${anchor}`) },
          { kind: 'writing-space', lines: 12 },
        ],
      ),
      ...followUpQuestions(report).flatMap(({ heading: title, ask }): readonly DocumentBlock[] => [
        { ...heading(title), keep: 2 },
        paragraph(ask),
        { kind: 'writing-space', lines: 4 },
      ]),
    ],
  };
}
