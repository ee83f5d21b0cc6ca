import { z } from 'zod';
import { ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openPlaceBook } from './join-places.ts';
import { readMeetings, yearOf } from './read-lines.ts';

const Choice = z.object({ id: z.string(), name: z.string() });
const ProjectRow = z.object({ id: ProjectId, name: z.string(), has_interviews: z.int(), has_minutes: z.int() });
const LanguageRow = z.object({ language: Language });

const projectSql = `
SELECT id, name, EXISTS (SELECT 1 FROM interview WHERE interview.project_id = project.id) AS has_interviews,
  EXISTS (SELECT 1 FROM meeting JOIN minute_line ON minute_line.meeting_id = meeting.id WHERE meeting.project_id = project.id) AS has_minutes
FROM project ORDER BY name LIMIT 200`;
const minutedRounds = 'SELECT round_id FROM meeting WHERE EXISTS (SELECT 1 FROM minute_line WHERE minute_line.meeting_id = meeting.id)';
const roundSql = `SELECT id, name FROM meeting_round WHERE id IN (${minutedRounds}) ORDER BY year DESC, name LIMIT 500`;
const seriesSql = `SELECT id, name FROM meeting_series WHERE id IN (
  SELECT series_id FROM meeting_round WHERE id IN (${minutedRounds})) ORDER BY name LIMIT 500`;
const bodySql = `SELECT id, name FROM body WHERE id IN (SELECT attributed_body_id FROM minute_line) ORDER BY name LIMIT 500`;
const languageSql = `SELECT DISTINCT text.language FROM minute_line JOIN text ON text.id = minute_line.text_id`;

/** What the minutes of the workspace can be narrowed by. */
export function readChoices(workspace: Workspace) {
  const { sql } = workspace;
  const places = openPlaceBook(workspace, 'as-recorded');
  const meetings = readMeetings(sql, {}, places);
  const placeIds = new Set(meetings.flatMap(({ placeId }) => placeId ?? []));
  const years = new Set(meetings.flatMap(({ held }) => yearOf(held) ?? []));
  return {
    projects: sql
      .all(ProjectRow, projectSql)
      .map((row) => ({ id: row.id, name: row.name, hasInterviews: row.has_interviews === 1, hasMinutes: row.has_minutes === 1 })),
    series: sql.all(Choice, seriesSql),
    rounds: sql.all(Choice, roundSql),
    places: [...placeIds]
      .flatMap((id) => {
        const name = places.nameOf(id);
        return name === null ? [] : [{ id, name }];
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, 'nb')),
    bodies: sql.all(Choice, bodySql),
    languages: sql.all(LanguageRow, languageSql).map(({ language }) => language),
    years: [...years].toSorted((a, b) => b - a),
  };
}
