import { z } from 'zod';
import { ProjectId, QuestionnaireId, VersionId } from '../model/ids.ts';
import { QuestionnaireVersion, VersionStatus } from '../model/questionnaire.ts';
import { Language } from '../model/text.ts';
import { query } from './kit.ts';

export const VersionSummary = z.strictObject({
  id: VersionId,
  number: z.int(),
  status: VersionStatus,
  languages: z.array(Language),
  takenIntoUseAt: z.string().nullable(),
  questionCount: z.int(),
  interviewCount: z.int(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const QuestionnaireSummary = z.strictObject({ id: QuestionnaireId, name: z.string(), versions: z.array(VersionSummary) });
export type QuestionnaireSummary = z.infer<typeof QuestionnaireSummary>;

export const questionnaires = {
  /** The project's questionnaires by name, each with its versions, newest first. */
  list: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({ questionnaires: z.array(QuestionnaireSummary) }),
  }),
  /** One version with sections, questions and options resolved from the question or its scale. */
  version: query({ input: z.strictObject({ versionId: VersionId }), output: QuestionnaireVersion }),
};
