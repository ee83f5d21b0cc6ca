import { z } from 'zod';
import { ProjectId, QuestionId, QuestionnaireId, VersionId } from '../../../../shared/model/ids.ts';
import { VersionStatus } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { readLanguages } from './version-rows.ts';

/** What every change of a questionnaire needs to know of the version it happens in. */
export interface VersionPlace {
  readonly versionId: VersionId;
  readonly questionnaireId: QuestionnaireId;
  readonly projectId: ProjectId;
  readonly questionnaire: string;
  readonly number: number;
  readonly status: VersionStatus;
  readonly languages: readonly Language[];
  readonly hasInterviews: boolean;
}

const PlaceRow = z.object({
  id: VersionId,
  questionnaire_id: QuestionnaireId,
  project_id: ProjectId,
  name: z.string(),
  number: z.int(),
  status: VersionStatus,
  languages: z.string(),
  has_interviews: z.int(),
});
const placeSql = `
SELECT questionnaire_version.id, questionnaire_id, project_id, questionnaire.name, number, status, languages,
  EXISTS (SELECT 1 FROM interview WHERE interview.version_id = questionnaire_version.id) AS has_interviews
FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
WHERE questionnaire_version.id`;

/** Where a version belongs and how it stands. @throws AppError NOT_FOUND */
export function placeOfVersion(sql: Statements, versionId: VersionId): VersionPlace {
  return toPlace(sql.get(PlaceRow, `${placeSql} = :versionId`, { versionId }));
}

/** The draft a change is to happen in. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function openDraft(sql: Statements, versionId: VersionId): VersionPlace {
  return needDraft(placeOfVersion(sql, versionId));
}

/** The draft that a section is part of. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function draftOfSection(sql: Statements, sectionId: string): VersionPlace {
  return needDraft(toPlace(sql.get(PlaceRow, `${placeSql} = (SELECT version_id FROM section WHERE id = :sectionId)`, { sectionId })));
}

/** The version that a question is part of. @throws AppError NOT_FOUND */
export function placeOfQuestion(sql: Statements, questionId: QuestionId): VersionPlace {
  return toPlace(sql.get(PlaceRow, `${placeSql} = (SELECT version_id FROM question WHERE id = :questionId)`, { questionId }));
}

/** The draft that a question is part of. @throws AppError NOT_FOUND, VERSION_IN_USE */
export function draftOfQuestion(sql: Statements, questionId: QuestionId): VersionPlace {
  return needDraft(placeOfQuestion(sql, questionId));
}

function needDraft(place: VersionPlace): VersionPlace {
  if (place.status !== 'draft' || place.hasInterviews) throw new AppError('VERSION_IN_USE');
  return place;
}

function toPlace(row: z.infer<typeof PlaceRow> | undefined): VersionPlace {
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    versionId: row.id,
    questionnaireId: row.questionnaire_id,
    projectId: row.project_id,
    questionnaire: row.name,
    number: row.number,
    status: row.status,
    languages: readLanguages(row.languages),
    hasInterviews: row.has_interviews === 1,
  };
}
