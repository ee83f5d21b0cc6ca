import { z } from 'zod';
import { QuestionId, QuestionnaireId, VersionId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { QuestionnaireSpec, SectionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { Comparability, VersionStatus } from '../../../../shared/model/questionnaire.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { numbered, type Outline } from './outline.ts';
import { storeText } from './question-columns.ts';
import type { StoredExtras } from './read-spec.ts';
import { shareScale } from './scales.ts';
import { insertQuestion } from './write-question.ts';
import { writerFor, type Writer } from './writer.ts';

/** Where a written question came from, by its place: sections and questions counted from 0. */
export type Origin = (section: number, question: number) => { bankQuestionId: string | null; previousId: QuestionId | null };

const noOrigin: Origin = () => ({ bankQuestionId: null, previousId: null });

/**
 * Writes a specification as a new questionnaire of a project: version 1, a draft. Variables and scales that the project has under the
 * same name and with the same content are shared. Inside a batch every row carries its id. @throws AppError NOT_FOUND, NAME_TAKEN
 */
export function writeQuestionnaireSpec(
  call: Pick<Call, 'sql' | 'workspace'>,
  projectId: ProjectId,
  spec: QuestionnaireSpec,
  options: { readonly batchId?: string; readonly origin?: Origin } = {},
): { questionnaireId: QuestionnaireId; versionId: VersionId } {
  const writer = writerFor(call, projectId, options.batchId ?? null);
  const { sql, batchId } = writer;
  refuseQuestionnaireName(sql, projectId, spec.name, null);
  const questionnaireId = QuestionnaireId.parse(writer.newId());
  sql.insert('questionnaire', { id: questionnaireId, project_id: projectId, name: spec.name, batch_id: batchId });
  const versionId = writeVersion(writer, { questionnaireId, number: 1, status: 'draft' }, spec, options.origin);
  return { questionnaireId, versionId };
}

const One = z.object({ n: z.int() });

/** Refuses the name of another questionnaire of the project, whatever case. @throws AppError NOT_FOUND, NAME_TAKEN */
export function refuseQuestionnaireName(sql: Statements, projectId: ProjectId, name: string, exceptId: string | null): void {
  if (sql.get(One, 'SELECT 1 AS n FROM project WHERE id = :projectId', { projectId }) === undefined) throw new AppError('NOT_FOUND');
  const names = sql.all(
    z.object({ name: z.string() }),
    'SELECT name FROM questionnaire WHERE project_id = :projectId AND id IS NOT :exceptId',
    {
      projectId,
      exceptId,
    },
  );
  // SQLite's own NOCASE knows the letters A to Z only.
  if (names.some((row) => row.name.toLowerCase() === name.toLowerCase())) throw new AppError('NAME_TAKEN');
}

/** The version that a specification is written as. */
export interface NewVersion {
  readonly questionnaireId: QuestionnaireId;
  readonly number: number;
  readonly status: VersionStatus;
}

/** Writes a specification as one more version of a questionnaire. */
export function writeVersion(writer: Writer, version: NewVersion, spec: QuestionnaireSpec, origin: Origin = noOrigin): VersionId {
  const { sql, newId, batchId } = writer;
  const versionId = VersionId.parse(newId());
  const scaleIds = new Map<string, string>();
  for (const scale of spec.scales) scaleIds.set(scale.key, shareScale(writer, scale, new Set(scaleIds.values())));
  sql.insert('questionnaire_version', {
    id: versionId,
    questionnaire_id: version.questionnaireId,
    number: version.number,
    status: version.status,
    languages: spec.languages.join(' '),
    extras: storeExtras(spec, scaleIds),
    batch_id: batchId,
  });
  const outline = outlineOf(writer, spec.sections);
  for (const [at, section] of spec.sections.entries()) {
    const place = outline[at];
    if (place === undefined) continue;
    sql.insert('section', {
      id: place.id,
      version_id: versionId,
      ordinal: place.ordinal,
      name: section.name,
      title: storeText(section.title),
      relevant: section.relevant,
      batch_id: batchId,
    });
    for (const [index, { id, parentId, ordinal, number }] of place.questions.entries()) {
      const question = section.questions[index];
      if (question === undefined) continue;
      const scaleId = question.scale === null ? null : (scaleIds.get(question.scale) ?? null);
      const comparability: Comparability | null = null;
      const where = { id, versionId, sectionId: place.id, parentId, ordinal, number, scaleId, comparability };
      insertQuestion(writer, question, { ...where, ...origin(at, index) });
    }
  }
  return versionId;
}

function outlineOf({ newId }: Writer, sections: readonly SectionSpec[]): Outline {
  return numbered(
    sections.map((section) => {
      const ids = section.questions.map(() => QuestionId.parse(newId()));
      return {
        id: newId(),
        ordinal: 0,
        questions: section.questions.map(({ name, type, parent }, at) => ({
          // One id was made for each question of the section.
          id: ids[at] as QuestionId,
          name,
          type,
          parentId: parent === null ? null : (ids[parent] ?? null),
          ordinal: 0,
          number: '',
        })),
      };
    }),
  );
}

function storeExtras(spec: QuestionnaireSpec, scaleIds: ReadonlyMap<string, string>): string | null {
  if (Object.keys(spec.extras).length === 0 && scaleIds.size === 0) return null;
  const stored: z.infer<typeof StoredExtras> = { passedOn: spec.extras, scales: [...scaleIds].map(([key, id]) => [id, key]) };
  return JSON.stringify(stored);
}
