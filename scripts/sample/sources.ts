import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SourceDocument } from './source-documents.ts';
import { SourceMeetings, SourceOutcomes } from './source-meetings.ts';
import { SourcePlaces, SourceProjects, SourceRegisters } from './source-registers.ts';
import { SourceAnswer, SourceQuestionnaire, SourceRemark, SourceTendencies, SourceThemes } from './source-survey.ts';

const files = {
  places: ['places.json', SourcePlaces],
  registers: ['registers.json', SourceRegisters],
  projects: ['projects.json', SourceProjects],
  questionnaire: ['questionnaire.json', SourceQuestionnaire],
  questionnaireAlvnas: ['questionnaire-alvnas.json', SourceQuestionnaire],
  themes: ['themes.json', SourceThemes],
  answers: ['open-answers.json', z.array(SourceAnswer)],
  moreAnswers: ['more-answers.json', z.array(SourceAnswer)],
  remarks: ['remarks.json', z.array(SourceRemark)],
  tendencies: ['tendencies.json', SourceTendencies],
  meetings: ['meetings.json', SourceMeetings],
  outcomes: ['outcomes.json', SourceOutcomes],
  documents: ['documents.json', z.array(SourceDocument)],
} as const;

/** Everything in resources/sample, read and checked. */
export type Sources = { readonly [K in keyof typeof files]: z.infer<(typeof files)[K][1]> };

/** Reads the sources from their folder. @throws Error naming the file whose shape is wrong */
export function readSources(folder: string): Sources {
  const entries = Object.entries(files).map(([name, [file, schema]]) => {
    const parsed = z.safeParse(schema, JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    return [name, parsed.data];
  });
  // Each entry was parsed by the schema that stands under its name in `files`.
  return Object.fromEntries(entries) as Sources;
}
