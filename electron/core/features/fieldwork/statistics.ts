import { z } from 'zod';
import type { EntryStatistics } from '../../../../shared/contract/fieldwork-quality.ts';
import { InterviewStatus } from '../../../../shared/contract/interviews.ts';
import { ActorId } from '../../../../shared/model/ids.ts';
import { LocalisedText } from '../../../../shared/model/text.ts';
import { median } from '../../../../shared/statistics/index.ts';
import type { Statements } from '../../db/statements.ts';
import { isoWeek } from './iso-week.ts';
import type { QualityScope } from './quality-lists.ts';

const CountRow = z.object({
  interviewer_id: ActorId.nullable(),
  name: z.string().nullable(),
  status: InterviewStatus,
  held_on: z.string().nullable(),
  n: z.int(),
});
const countSql = `
SELECT interview.interviewer_id, actor.name, interview.status, interview.held_on, count(*) AS n
FROM interview LEFT JOIN actor ON actor.id = interview.interviewer_id
WHERE interview.project_id = :projectId AND (:waveId IS NULL OR interview.wave_id = :waveId) AND interview.status <> 'withdrawn'
GROUP BY interview.interviewer_id, interview.status, interview.held_on`;

const TimeRow = z.object({ section_id: z.string(), version: z.int(), title: z.string(), seconds: z.number() });
const sectionSql = `
SELECT section_time.section_id, questionnaire_version.number AS version, section.title, sum(section_time.seconds) AS seconds
FROM section_time JOIN interview ON interview.key = section_time.interview_key JOIN section ON section.id = section_time.section_id
JOIN questionnaire_version ON questionnaire_version.id = section.version_id
WHERE interview.project_id = :projectId AND (:waveId IS NULL OR interview.wave_id = :waveId) AND interview.status <> 'withdrawn'
GROUP BY section_time.section_id, section_time.interview_key
ORDER BY questionnaire_version.number DESC, section.ordinal`;

const PersonTimeRow = z.object({ name: z.string(), seconds: z.number() });
const personSql = `
SELECT actor.name, sum(section_time.seconds) AS seconds
FROM section_time JOIN interview ON interview.key = section_time.interview_key JOIN actor ON actor.id = section_time.actor_id
WHERE interview.project_id = :projectId AND (:waveId IS NULL OR interview.wave_id = :waveId) AND interview.status <> 'withdrawn'
GROUP BY section_time.actor_id, section_time.interview_key ORDER BY actor.name`;

const finished: readonly InterviewStatus[] = ['complete', 'in-check', 'verified'];

/** Interviews per interviewer and week, and how long entry takes by section and by person. Medians, because one long tea break is not slowness. */
export function readStatistics(sql: Statements, { projectId, waveId }: QualityScope): EntryStatistics {
  const params = { projectId, waveId: waveId ?? null };
  const rows = sql.all(CountRow, countSql, params).map((row) => ({ ...row, week: row.held_on === null ? null : isoWeek(row.held_on) }));
  const weeks = [...new Set(rows.flatMap((row) => row.week ?? []))].toSorted();
  const byPerson = Map.groupBy(rows, (row) => row.interviewer_id);
  const interviewers = [...byPerson.values()].map((own) => {
    const sum = (wanted: (row: (typeof own)[number]) => boolean): number => own.filter(wanted).reduce((total, row) => total + row.n, 0);
    return {
      actorId: own[0]?.interviewer_id ?? null,
      name: own[0]?.name ?? '',
      total: sum(() => true),
      complete: sum((row) => finished.includes(row.status)),
      partial: sum((row) => row.status === 'partial'),
      unfinished: sum((row) => row.status === 'started'),
      declined: sum((row) => row.status === 'declined'),
      perWeek: weeks.map((week) => sum((row) => row.week === week)),
    };
  });
  return {
    weeks,
    interviewers: interviewers.toSorted((a, b) => b.total - a.total || a.name.localeCompare(b.name, 'nb')),
    sections: sectionMinutes(sql, params),
    enteredBy: personMinutes(sql, params),
  };
}

type Params = Readonly<{ projectId: string; waveId: string | null }>;

function sectionMinutes(sql: Statements, params: Params): EntryStatistics['sections'] {
  const bySection = Map.groupBy(sql.all(TimeRow, sectionSql, params), (row) => row.section_id);
  return [...bySection].map(([sectionId, own]) => ({
    sectionId,
    version: own[0]?.version ?? 0,
    title: LocalisedText.parse(JSON.parse(own[0]?.title ?? '{}')),
    interviews: own.length,
    minutes: (median(own.map((row) => row.seconds)) ?? 0) / 60,
  }));
}

function personMinutes(sql: Statements, params: Params): EntryStatistics['enteredBy'] {
  const byPerson = Map.groupBy(sql.all(PersonTimeRow, personSql, params), (row) => row.name);
  return [...byPerson].map(([name, own]) => ({
    name,
    interviews: own.length,
    minutes: (median(own.map((row) => row.seconds)) ?? 0) / 60,
  }));
}
