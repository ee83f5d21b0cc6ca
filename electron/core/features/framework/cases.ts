import { z } from 'zod';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import { readGroups, type GroupPersons } from '../../analysis/group-persons.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { readBackground, readColumns } from '../coding/background.ts';
import type { FrameworkRecord } from './find-framework.ts';

const InterviewRow = z.object({
  key: z.int(),
  id: z.string(),
  respondent_id: z.string(),
  code: z.string(),
  kind: z.enum(['person', 'group']),
  wave: z.string(),
  waves: z.int(),
  service_id: z.string().nullable(),
  service: z.string().nullable(),
  place_id: z.string().nullable(),
  place: z.string().nullable(),
});
export type CaseInterview = z.infer<typeof InterviewRow>;

const interviewSql = `
SELECT i.key, i.id, i.respondent_id, respondent.code, i.kind, w.name AS wave,
  (SELECT count(*) FROM interview other WHERE other.respondent_id = i.respondent_id) AS waves,
  i.service_id, service.name AS service, i.place_id, place.name AS place
FROM interview i JOIN respondent ON respondent.id = i.respondent_id JOIN wave w ON w.id = i.wave_id
LEFT JOIN service ON service.id = i.service_id LEFT JOIN place ON place.id = i.place_id
WHERE i.project_id = :projectId AND ${countedInterviews} ORDER BY w.ordinal, i.key`;

/** One row of a matrix: whose words it is about. */
export interface Case {
  readonly rowId: string;
  readonly code: string;
  readonly answer: LocalisedText;
  /** Interviews with words of the row, oldest first. */
  readonly interviews: readonly CaseInterview[];
  /** Whether what was said at this place of one of its interviews belongs to the row. */
  readonly holds: (interviewKey: number, instance: number) => boolean;
  readonly persons: number;
}

const byCode = new Intl.Collator('nb', { numeric: true });

/** Rows of a matrix as they stand before filter and order. Whoever has withdrawn, declined or not been finished with is in none. */
export function readCases(sql: Statements, matrix: Pick<FrameworkRecord, 'projectId' | 'unit' | 'variableId'>): Case[] {
  const interviews = sql.all(InterviewRow, interviewSql, { projectId: matrix.projectId });
  const groupOf = readGroups(sql, matrix.projectId);
  const groups = new Map(interviews.filter(({ kind }) => kind === 'group').map(({ key }) => [key, groupOf(key)]));
  if (matrix.unit === 'variable') return answerCases(sql, matrix.projectId, matrix.variableId ?? '', interviews, groups);
  const isKept = (key: number, instance: number): boolean => isOfParticipant(groups.get(key), instance);
  const cases = matrix.unit === 'person' ? personCases(interviews, isKept) : interviewCases(interviews, groups, isKept);
  return cases.toSorted((a, b) => byCode.compare(a.code, b.code));
}

/** Whether words in a group are of somebody who takes part: whoever said no is none of them. */
function isOfParticipant(group: GroupPersons | undefined, instance: number): boolean {
  const owner = group?.ownerOf(instance) ?? 0;
  return owner === 0 || group?.persons.includes(owner) === true;
}

type Kept = (interviewKey: number, instance: number) => boolean;

function personCases(interviews: readonly CaseInterview[], isKept: Kept): Case[] {
  const persons = Map.groupBy(
    interviews.filter(({ kind }) => kind === 'person'),
    (row) => row.respondent_id,
  );
  return [...persons].map(([rowId, own]) => ({
    rowId,
    code: own[0]?.code ?? '',
    answer: {},
    interviews: own,
    holds: (key, instance) => own.some((row) => row.key === key) && isKept(key, instance),
    persons: 1,
  }));
}

function interviewCases(interviews: readonly CaseInterview[], groups: ReadonlyMap<number, GroupPersons>, isKept: Kept): Case[] {
  return interviews.map((row) => ({
    rowId: row.id,
    code: row.waves > 1 ? `${row.code} · ${row.wave}` : row.code,
    answer: {},
    interviews: [row],
    holds: (key, instance) => key === row.key && isKept(key, instance),
    persons: groups.get(row.key)?.persons.length ?? 1,
  }));
}

function answerCases(
  sql: Statements,
  projectId: string,
  variableId: string,
  interviews: readonly CaseInterview[],
  groups: ReadonlyMap<number, GroupPersons>,
): Case[] {
  const options = readColumns(sql, projectId).find((column) => column.variableId === variableId)?.options ?? [];
  const background = readBackground(
    sql,
    [variableId],
    interviews.map(({ key }) => key),
  );
  const gave = (key: number, instance: number, code: number): boolean => {
    const [value = null] = background(key, instance);
    return Array.isArray(value) ? value.includes(code) : value === code;
  };
  return options.map(({ code, label }) => {
    const persons = new Set<string>();
    const own = interviews.filter((row) => {
      const group = groups.get(row.key);
      const found = (group?.persons ?? [0]).filter((instance) => gave(row.key, instance, code));
      for (const instance of found) persons.add(`${row.respondent_id} ${group === undefined ? 0 : instance}`);
      return found.length > 0;
    });
    const keys = new Set(own.map(({ key }) => key));
    return {
      rowId: String(code),
      code: '',
      answer: label,
      interviews: own,
      holds: (key, instance) => keys.has(key) && isOfParticipant(groups.get(key), instance) && gave(key, instance, code),
      persons: persons.size,
    };
  });
}
