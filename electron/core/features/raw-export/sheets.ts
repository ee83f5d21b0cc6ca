import { z } from 'zod';
import { readGroups, type GroupPersons } from '../../analysis/group-persons.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { cellsOf, type CellContext, type RawCell, type RawPlace } from './cells.ts';
import type { FactName, RawSheet } from './plan.ts';
import type { RawTurn } from './read-answers.ts';

const InterviewRow = z.object({
  key: z.int(),
  code: z.string(),
  wave: z.string(),
  kind: z.enum(['person', 'group']),
  mode: z.string(),
  language: z.string(),
  status: z.string(),
  place_id: z.string().nullable(),
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
SELECT i.key, r.code, w.name AS wave, i.kind, i.mode, i.language, i.status, i.place_id, p.name AS place, p.code AS place_code, s.name AS service
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

/** The weight of a person of an interview; null without one. */
export type WeightOf = (interviewKey: number, instance: number) => number | null;

/** What rows need beside the answers. */
export interface RowContext extends CellContext {
  readonly weightOf: WeightOf;
  /** The place that is told of an interview. */
  readonly placeOf: (interview: RawInterview) => { readonly name: string | null; readonly code: string | null };
}

/** "i3r5": round or person 5 of interview 3. Letters keep spreadsheets from reading a date. */
function keyOf({ number }: RawInterview, instance: number): string | null {
  return instance === 0 ? null : `i${number}r${instance}`;
}

/** Whether a turn, or what was said in it, is in the files: not of a person who said no. */
function isKept({ group }: RawInterview, { instance }: Pick<RawTurn, 'instance'>): boolean {
  if (group === null) return true;
  const owner = group.ownerOf(instance);
  return owner === 0 || group.persons.includes(owner);
}

type Turn = Omit<RawTurn, 'question_key'>;
const outside: Turn = { interview_key: 0, instance: 0, parent_instance: 0, ordinal: 0 };

function factOf(fact: FactName, interview: RawInterview, turn: Turn, context: RowContext): RawCell {
  switch (fact) {
    case 'interview':
    case 'number':
      return interview.number;
    case 'participant':
      return interview.code;
    case 'persons':
      return interview.group === null ? 1 : interview.group.persons.length;
    case 'place':
      return context.placeOf(interview).name;
    case 'place_code':
      return context.placeOf(interview).code;
    case 'round_key':
      return keyOf(interview, turn.instance);
    case 'parent_key':
      return keyOf(interview, turn.parent_instance);
    case 'ordinal':
      return turn.ordinal;
    case 'weight':
      return context.weightOf(interview.key, turn.instance);
    default:
      return interview[fact];
  }
}

function rowOf(sheet: RawSheet, interview: RawInterview, turn: Turn, place: RawPlace, context: RowContext): RawCell[] {
  return [...sheet.facts.map((fact) => factOf(fact, interview, turn, context)), ...cellsOf(sheet.columns, place, context)];
}

function interviewRow(sheet: RawSheet, interview: RawInterview, context: RowContext): RawCell[] {
  const isNotAsked: RawPlace['isNotAsked'] = interview.group === null ? () => false : ({ form }) => form.isPerPerson;
  return rowOf(sheet, interview, outside, { interviewKey: interview.key, instance: 0, isNotAsked }, context);
}

/** Persons of a group with answers of their own: named ones in their order, others in that of their answers. */
function personsOf({ key, group }: RawInterview, turns: readonly RawTurn[]): Turn[] {
  const named = new Map(turns.filter(({ question_key: question }) => question === null).map((turn) => [turn.instance, turn]));
  const known = (group?.persons ?? []).filter((instance) => instance > 0);
  return known
    .map((instance, at) => named.get(instance) ?? { interview_key: key, instance, parent_instance: 0, ordinal: at + 1 })
    .toSorted((a, b) => a.ordinal - b.ordinal);
}

/** The rows that an interview adds to a file. */
export function rowsOf(sheet: RawSheet, interview: RawInterview, context: RowContext): RawCell[][] {
  if (sheet.kind === 'interviews') return [interviewRow(sheet, interview, context)];
  const turns = context.answers.turnsOf(interview.key);
  if (sheet.kind === 'people') return peopleRows(sheet, interview, turns, context);
  const own =
    sheet.kind === 'persons'
      ? personsOf(interview, turns)
      : turns.filter((turn) => turn.question_key === sheet.repeat?.key && isKept(interview, turn));
  return own.map((turn) =>
    rowOf(sheet, interview, turn, { interviewKey: interview.key, instance: turn.instance, isNotAsked: () => false }, context),
  );
}

/** One row per person, of whichever kind the interview was: the unit that is checked for who stands out. */
function peopleRows(sheet: RawSheet, interview: RawInterview, turns: readonly RawTurn[], context: RowContext): RawCell[][] {
  const persons = personsOf(interview, turns);
  const isNotAsked = (): boolean => false;
  if (persons.length === 0) {
    const nobody = interview.group !== null && interview.group.persons.length === 0;
    return nobody ? [] : [rowOf(sheet, interview, outside, { interviewKey: interview.key, instance: 0, isNotAsked }, context)];
  }
  return persons.map((turn) =>
    rowOf(sheet, interview, turn, { interviewKey: interview.key, instance: turn.instance, sharedInstance: 0, isNotAsked }, context),
  );
}

const TurnRow = z.object({ interview_key: z.int(), instance: z.int() });
const turnSql = `
SELECT t.interview_key, t.instance FROM interview i JOIN turn t ON t.interview_key = i.key
WHERE i.version_id = :versionId AND t.question_key = :questionKey`;

/** How many rows a file will have, worked out without its answers: the writers announce it, and the finished file is held against it. */
export function countRows(sql: Statements, versionId: string, sheet: RawSheet, interviews: readonly RawInterview[]): number {
  if (sheet.kind === 'interviews') return interviews.length;
  const personCount = ({ group }: RawInterview): number => (group?.persons ?? []).filter((instance) => instance > 0).length;
  if (sheet.kind === 'persons') return interviews.reduce((sum, interview) => sum + personCount(interview), 0);
  if (sheet.kind === 'people')
    return interviews.reduce(
      (sum, interview) => sum + (interview.group === null ? 1 : personCount(interview) || Math.min(1, interview.group.persons.length)),
      0,
    );
  const byKey = new Map(interviews.map((interview) => [interview.key, interview]));
  const turns = sql.all(TurnRow, turnSql, { versionId, questionKey: sheet.repeat?.key ?? -1 });
  return turns.filter((turn) => {
    const interview = byKey.get(turn.interview_key);
    return interview !== undefined && isKept(interview, turn);
  }).length;
}

/** Header of the file of remarks. */
export const remarkHeader = ['interview', 'round_key', 'column', 'kind', 'text'];

/** Remarks beside answers and about the interview. @param columnOf the name of a question's variable, by its key; undefined where nothing of it is told */
export function remarkRows(
  interviews: readonly RawInterview[],
  { answers }: Pick<CellContext, 'answers'>,
  columnOf: (questionKey: number) => string | undefined,
): RawCell[][] {
  const byKey = new Map(interviews.map((interview) => [interview.key, interview]));
  return answers.remarks.flatMap(({ interview_key: key, question_key: question, instance, kind, body }) => {
    const interview = byKey.get(key);
    const column = question === null ? null : columnOf(question);
    if (interview === undefined || column === undefined || !isKept(interview, { instance })) return [];
    return [[interview.number, keyOf(interview, instance), column, kind, body]];
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
