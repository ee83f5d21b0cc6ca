import { z } from 'zod';
import type { Language } from '../../../../shared/model/text.ts';
import { readGroups, type GroupPersons } from '../../analysis/group-persons.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { neutralised } from '../analysis/files/index.ts';
import { cellOf, type CellContext, type RawPlace } from './cells.ts';
import type { RawSheet } from './plan.ts';
import type { RawTurn } from './read-answers.ts';

const InterviewRow = z.object({
  key: z.int(),
  code: z.string(),
  wave: z.string(),
  kind: z.enum(['person', 'group']),
  mode: z.string(),
  language: z.string(),
  status: z.string(),
  place: z.string().nullable(),
  place_code: z.string().nullable(),
  service: z.string().nullable(),
});
type InterviewRow = z.infer<typeof InterviewRow>;

/** An interview of the export. `number` stands for it in the files and means nothing outside them. */
export interface RawInterview extends InterviewRow {
  readonly number: number;
  /** Null where one person was asked. */
  readonly group: GroupPersons | null;
}

// No day, no hour and no name: participants are their pseudonyms.
const interviewSql = `
SELECT i.key, r.code, w.name AS wave, i.kind, i.mode, i.language, i.status, p.name AS place, p.code AS place_code, s.name AS service
FROM interview i JOIN respondent r ON r.id = i.respondent_id JOIN wave w ON w.id = i.wave_id
LEFT JOIN place p ON p.id = i.place_id LEFT JOIN service s ON s.id = i.service_id
WHERE i.project_id = :projectId AND i.version_id = :versionId AND ${countedInterviews} ORDER BY w.ordinal, i.key`;

/** Interviews of a version that count. Whoever has withdrawn, declined or not been finished with is not among them. */
export function readInterviews(sql: Statements, projectId: string, versionId: string): RawInterview[] {
  const groupOf = readGroups(sql, projectId);
  return sql.all(InterviewRow, interviewSql, { projectId, versionId }).map((row, at) => ({
    ...row,
    number: at + 1,
    group: row.kind === 'group' ? groupOf(row.key) : null,
  }));
}

const interviewHeader = [
  'interview',
  'participant',
  'wave',
  'kind',
  'persons',
  'mode',
  'language',
  'status',
  'place',
  'place_code',
  'service',
];
const turnHeader = ['interview', 'round_key', 'parent_key', 'ordinal'];

/** The header of a file. */
export function headerOf({ kind, columns }: RawSheet): string[] {
  return [...(kind === 'interviews' ? interviewHeader : turnHeader), ...columns.map(({ header }) => header)];
}

/** "i3r5": round or person 5 of interview 3. Letters keep spreadsheets from reading a date. */
function keyOf({ number }: RawInterview, instance: number): string {
  return instance === 0 ? '' : `i${number}r${instance}`;
}

/** Whether a turn, or what was said in it, is in the files: not of a person who said no. */
function isKept({ group }: RawInterview, { instance }: Pick<RawTurn, 'instance'>): boolean {
  if (group === null) return true;
  const owner = group.ownerOf(instance);
  return owner === 0 || group.persons.includes(owner);
}

function interviewLine(sheet: RawSheet, interview: RawInterview, context: CellContext): string[] {
  const { group, number, code, wave, kind, mode, language, status, place, place_code: placeCode, service } = interview;
  const persons = group === null ? '1' : String(group.persons.length);
  const facts = [String(number), code, wave, kind, persons, mode, language, status, place ?? '', placeCode ?? '', service ?? ''];
  const at: RawPlace = {
    interviewKey: interview.key,
    instance: 0,
    isNotAsked: ({ form }) => group !== null && form.isPerPerson,
  };
  return [...facts.map(neutralised), ...sheet.columns.map((column) => cellOf(column, at, context))];
}

function turnLine(sheet: RawSheet, interview: RawInterview, turn: Omit<RawTurn, 'question_key'>, context: CellContext): string[] {
  const at: RawPlace = { interviewKey: interview.key, instance: turn.instance, isNotAsked: () => false };
  return [
    String(interview.number),
    keyOf(interview, turn.instance),
    keyOf(interview, turn.parent_instance),
    String(turn.ordinal),
    ...sheet.columns.map((column) => cellOf(column, at, context)),
  ];
}

/** Persons of a group with answers of their own: named ones in their order, others in that of their answers. */
function personsOf({ key, group }: RawInterview, turns: readonly RawTurn[]): Omit<RawTurn, 'question_key'>[] {
  const named = new Map(turns.filter(({ question_key: question }) => question === null).map((turn) => [turn.instance, turn]));
  const known = (group?.persons ?? []).filter((instance) => instance > 0);
  return known
    .map((instance, at) => named.get(instance) ?? { interview_key: key, instance, parent_instance: 0, ordinal: at + 1 })
    .toSorted((a, b) => a.ordinal - b.ordinal);
}

/** The lines that an interview adds to a file. */
export function linesOf(sheet: RawSheet, interview: RawInterview, context: CellContext): string[][] {
  const turns = context.answers.turnsOf(interview.key);
  if (sheet.kind === 'interviews') return [interviewLine(sheet, interview, context)];
  const own =
    sheet.kind === 'persons'
      ? personsOf(interview, turns)
      : turns.filter((turn) => turn.question_key === sheet.repeat?.key && isKept(interview, turn));
  return own.map((turn) => turnLine(sheet, interview, turn, context));
}

/** Header of the file of remarks. */
export const remarkHeader = ['interview', 'round_key', 'column', 'kind', 'text'];

/** Remarks beside answers and about the interview. @param columnOf the name of a question's variable, by its key */
export function remarkLines(
  interviews: readonly RawInterview[],
  context: CellContext,
  columnOf: (questionKey: number) => string,
): string[][] {
  const byKey = new Map(interviews.map((interview) => [interview.key, interview]));
  return context.answers.remarks.flatMap(({ interview_key: key, question_key: question, instance, kind, body }) => {
    const interview = byKey.get(key);
    if (interview === undefined || !isKept(interview, { instance })) return [];
    const column = question === null ? '' : columnOf(question);
    return [[String(interview.number), keyOf(interview, instance), column, kind, neutralised(body)]];
  });
}

/** Names of the records that answers point to, read once. */
export function recordNames(sql: Statements): (id: string) => string {
  const Row = z.object({ id: z.string(), name: z.string() });
  const rows = sql.all(
    Row,
    'SELECT id, name FROM place UNION ALL SELECT id, name FROM service UNION ALL SELECT id, name FROM organisation',
    {},
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

/** Field separator: semicolon where the comma is the decimal sign. */
export function delimiterIn(language: Language): ',' | ';' {
  return language === 'en' ? ',' : ';';
}
