import { z } from 'zod';
import type { GridFilter } from '../../../../shared/contract/coding.ts';
import { fold } from '../../../../shared/texts/index.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import { readBackground, type ClosedValue } from './background.ts';
import { carries, differs, uncoded, type CodingView, type RowTest } from './grid-codings.ts';
import type { GridRows } from './grid-rows.ts';
import { readInterviewFacts, type InterviewFacts } from './interview-facts.ts';

const BodyRow = z.object({ text: z.int(), body: z.string() });
const MeetingRow = z.object({ text: z.int() });

/** What each part of a filter asks of a row; a row is in scope when all of it holds. */
export function filterTests(view: CodingView, rows: GridRows, filter: GridFilter, suggested: () => ReadonlySet<number>): RowTest[] {
  return [
    ...interviewTests(view, filter),
    ...(filter.meetingIds === undefined ? [] : [ofMeetings(view.sql, filter.meetingIds)]),
    ...(filter.answers === undefined ? [] : [answered(view.sql, rows, filter.answers)]),
    ...codingTests(view, filter),
    ...onlyTests(view, filter.only, suggested),
    // Last: it reads every text, and so only those that are left.
    ...(filter.words === undefined || filter.words.trim() === '' ? [] : [says(view, filter.words)]),
  ];
}

const factOf = { serviceIds: 'service_id', placeIds: 'place_id', waveIds: 'wave_id', interviewerIds: 'interviewer_id' } as const;

function interviewTests({ sql, projectId }: CodingView, filter: GridFilter): RowTest[] {
  const wanted = (Object.keys(factOf) as (keyof typeof factOf)[]).flatMap((name) => {
    const ids = filter[name];
    return ids === undefined ? [] : [{ column: factOf[name], ids: new Set(ids) }];
  });
  if (wanted.length === 0) return [];
  const facts = readInterviewFacts(sql, projectId);
  const holds = (one: InterviewFacts): boolean => wanted.every(({ column, ids }) => ids.has(one[column] ?? ''));
  return [
    (rows, index) => {
      const one = facts.get(rows.interviews[index] ?? 0);
      return one !== undefined && holds(one);
    },
  ];
}

function ofMeetings(sql: Statements, meetingIds: readonly string[]): RowTest {
  const texts = new Set(
    sql
      .all(
        MeetingRow,
        `SELECT text.rowid AS text FROM minute_line JOIN text ON text.id = minute_line.text_id
         WHERE minute_line.meeting_id IN (SELECT value FROM json_each(:meetingIds))`,
        { meetingIds: JSON.stringify(meetingIds) },
      )
      .map((row) => row.text),
  );
  return (rows, index) => texts.has(rows.texts[index] ?? 0);
}

function answered(sql: Statements, all: GridRows, answers: NonNullable<GridFilter['answers']>): RowTest {
  const variables = [...new Set(answers.map((one) => one.variableId))];
  const background = readBackground(sql, variables, [...new Set(all.interviews)]);
  const wanted = answers.map((one) => ({ codes: new Set(one.codes), place: variables.indexOf(one.variableId) }));
  const isOf = (codes: ReadonlySet<number | null>, value: ClosedValue): boolean =>
    Array.isArray(value) ? value.some((code) => codes.has(code)) || (value.length === 0 && codes.has(null)) : codes.has(value);
  return (rows, index) => {
    const interview = rows.interviews[index] ?? 0;
    // Nobody's words: nothing was answered, which is not the same as "no answer".
    if (interview === 0) return false;
    const values = background(interview, rows.instances[index] ?? 0);
    return wanted.every(({ codes, place }) => isOf(codes, values[place] ?? null));
  };
}

const branchOf = `theme_id IN (WITH RECURSIVE branch (id) AS (SELECT :themeId UNION SELECT theme.id FROM theme JOIN branch ON theme.parent_id = branch.id)
  SELECT id FROM branch)`;

/** Theme, polarity and coder are asked of one coding: "Ventetid, negative, by Even". Without a theme, of any coding. */
function codingTests(view: CodingView, { themes = [], polarities, coderIds }: GridFilter): RowTest[] {
  const byCoder = coderIds === undefined ? [] : ['coding.coder_id IN (SELECT value FROM json_each(:coderIds))'];
  const inTone = polarities === undefined ? [] : ["coalesce(coding.polarity, 'none') IN (SELECT value FROM json_each(:polarities))"];
  const coderParams = coderIds === undefined ? {} : { coderIds: JSON.stringify(coderIds) };
  const toneParams = polarities === undefined ? {} : { polarities: JSON.stringify(polarities) };
  const test = (conditions: readonly string[], params: SqlParams): RowTest => carries(view, conditions.join(' AND '), params);
  const tests = themes.map(({ themeId, has, isBranch }): RowTest => {
    const ofTheme = isBranch ? branchOf : 'theme_id = :themeId';
    if (has) return test([ofTheme, ...byCoder, ...inTone], { themeId, ...coderParams, ...toneParams });
    const carried = test([ofTheme, ...byCoder], { themeId, ...coderParams });
    // A person who said nothing is not "without the theme".
    return (rows, index) => (rows.texts[index] ?? 0) !== 0 && !carried(rows, index);
  });
  const hasOwn = themes.some((theme) => theme.has);
  if (hasOwn || (byCoder.length === 0 && inTone.length === 0)) return tests;
  return [...tests, test([...byCoder, ...inTone], { ...coderParams, ...toneParams })];
}

function onlyTests(view: CodingView, only: GridFilter['only'], suggested: () => ReadonlySet<number>): RowTest[] {
  if (only === 'uncoded') return [uncoded(view)];
  if (only === 'doubtful') return [carries(view, 'coding.is_doubtful = 1')];
  if (only === 'disagreement') return [differs(view)];
  if (only !== 'suggested') return [];
  const texts = suggested();
  return [(rows, index) => texts.has(rows.texts[index] ?? 0)];
}

/** Rows that hold all the words, whatever their case and diacritics. */
function says({ sql, projectId, textKind }: CodingView, words: string): RowTest {
  const wanted = words
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '');
  const bodies = new Map(
    sql
      .all(BodyRow, 'SELECT rowid AS text, body FROM text WHERE project_id = :projectId AND kind = :textKind', { projectId, textKind })
      .map((row) => [row.text, row.body]),
  );
  return (rows, index) => {
    const body = bodies.get(rows.texts[index] ?? 0);
    if (body === undefined) return false;
    const start = rows.starts[index] ?? -1;
    const folded = fold(start < 0 ? body : body.slice(start, rows.ends[index]));
    return wanted.every((word) => folded.includes(word));
  };
}
