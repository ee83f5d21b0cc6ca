import { z } from 'zod';
import type { StartForm } from '../../../../shared/contract/interviews.ts';
import { VersionId, WaveId, type ProjectId } from '../../../../shared/model/ids.ts';
import { InterviewMode } from '../../../../shared/model/questionnaire.ts';
import { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { nextCodes } from '../fieldwork/next-codes.ts';
import { readLanguages } from '../questionnaires/read-version.ts';
import { mostPersons } from './turns.ts';

const NamedRow = z.object({ id: z.string(), name: z.string() });
const WaveRow = z.object({ id: WaveId, name: z.string() });
const VersionRow = z.object({ id: VersionId, name: z.string(), number: z.int(), languages: z.string(), asks_consent: z.int() });
/** A version that an interview can be held with. */
export type AskableVersion = z.infer<typeof VersionRow>;
const LastRow = z.object({
  wave_id: WaveId,
  version_id: VersionId,
  kind: z.enum(['person', 'group']),
  mode: InterviewMode,
  language: Language,
  place_id: z.string().nullable(),
  service_id: z.string().nullable(),
  person_count: z.int(),
});

const versionsSql = `
SELECT questionnaire_version.id, questionnaire.name, number, languages,
  EXISTS (SELECT 1 FROM question WHERE question.version_id = questionnaire_version.id AND type = 'consent') AS asks_consent
FROM questionnaire JOIN questionnaire_version ON questionnaire_version.questionnaire_id = questionnaire.id
WHERE project_id = :projectId AND status <> 'retired' ORDER BY status = 'draft', number DESC`;
// Imported interviews are no guide to how the next one is held.
const lastSql = `
SELECT wave_id, version_id, kind, mode, language, place_id, service_id,
  (SELECT count(*) FROM turn WHERE turn.interview_key = interview.key AND turn.question_key IS NULL) AS person_count
FROM interview
WHERE +project_id = :projectId AND mode <> 'imported' ORDER BY key DESC LIMIT 1`;
const placesSql = `
SELECT place.id, place.name FROM project_place JOIN place ON place.id = project_place.place_id WHERE project_id = :projectId ORDER BY place.name`;
const servicesSql = `
SELECT service.id, service.name FROM project_service JOIN service ON service.id = project_service.service_id WHERE project_id = :projectId ORDER BY service.name`;

/** The form for the next interview, filled in as the last one was. */
export function readStartForm({ sql, workspace, actorId }: Call, projectId: ProjectId): StartForm {
  const waves = sql.all(WaveRow, 'SELECT id, name FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC', { projectId });
  const versions = askableVersions(sql, projectId);
  const last = sql.get(LastRow, lastSql, { projectId });
  const version = versions.find((candidate) => candidate.id === last?.version_id) ?? versions[0];
  const wave = waves[0];
  const interviewer = sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :actorId', { actorId })?.name ?? '';
  return {
    nextCode: nextCodes(sql, projectId, 1)[0] ?? '',
    interviewer,
    isAsLast: last !== undefined,
    values:
      wave === undefined || version === undefined
        ? null
        : {
            // A round that is newer than the last interview is the one being asked now.
            waveId: wave.id,
            versionId: version.id,
            kind: last?.kind ?? 'person',
            mode: last?.mode ?? 'face-to-face',
            language: last?.language ?? readLanguages(version.languages)[0] ?? 'nb',
            placeId: last?.place_id ?? null,
            serviceId: last?.service_id ?? null,
            heldOn: localDay(workspace.now()),
            personCount: last?.kind === 'group' && last.person_count >= 2 ? Math.min(last.person_count, mostPersons) : null,
          },
    waves,
    versions: versions.map((row) => ({
      id: row.id,
      name: row.name,
      number: row.number,
      languages: readLanguages(row.languages),
      asksConsent: row.asks_consent === 1,
    })),
    places: sql.all(NamedRow, placesSql, { projectId }),
    services: sql.all(NamedRow, servicesSql, { projectId }),
  };
}

/** Versions of a project's questionnaires that can be asked, those in use first. */
export function askableVersions(sql: Statements, projectId: ProjectId): AskableVersion[] {
  return sql.all(VersionRow, versionsSql, { projectId });
}

/** The calendar day where the machine stands, YYYY-MM-DD. */
function localDay(ms: number): string {
  const date = new Date(ms);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
