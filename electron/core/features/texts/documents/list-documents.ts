import { z } from 'zod';
import { ListedKind, type ListedText, type textsDocuments } from '../../../../../shared/contract/texts-documents.ts';
import { InterviewId, MeetingId, TextId } from '../../../../../shared/model/ids.ts';
import type { SqlParams, Statements } from '../../../db/statements.ts';
import { fold } from '../../../../../shared/texts/index.ts';
import { mayBeSeen } from '../../coding/blind.ts';

type Input = z.output<NonNullable<(typeof textsDocuments.documents)['~orpc']['inputSchema']>>;

const PlaceRow = z.object({ id: z.string(), total: z.int() });
const Row = z.object({
  id: z.string(),
  text_id: TextId.nullable(),
  meeting_id: MeetingId.nullable(),
  kind: ListedKind,
  title: z.string(),
  code: z.string().nullable(),
  interview_id: InterviewId.nullable(),
  language: z.string(),
  said_on: z.string().nullable(),
  words: z.int().nullable(),
  segments: z.int(),
  last_coded_at: z.string().nullable(),
  initials: z.string().nullable(),
  is_read: z.int(),
});

const whose = `LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id`;
const isHere = `respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')`;

/** Where coders are not to see one another's work, only one's own is counted, what they read as well as what they coded. */
const isSeen = mayBeSeen('coding', ':projectId');
const isSeenRead = mayBeSeen('text_reading', ':projectId');

/** `listed`: a line each. `piece`: which texts a line stands for; minutes are many. */
const ctes = `
listed AS (
  SELECT text.id, text.id AS text_id, NULL AS meeting_id, document.kind, document.title, respondent.code, interview.id AS interview_id,
    text.language, text.said_on, document.added_at AS came_at
  FROM document JOIN text ON text.id = document.text_id ${whose}
  WHERE document.project_id = :projectId AND ${isHere}
  UNION ALL
  SELECT text.id, text.id, NULL, 'interview-note', '', respondent.code, interview.id, text.language, text.said_on, coalesce(text.said_on, interview.started_at)
  FROM text ${whose}
  WHERE text.question_key IS NULL AND text.kind = 'note' AND text.project_id = :projectId AND text.body <> '' AND ${isHere}
  UNION ALL
  SELECT meeting.id, NULL, meeting.id, 'minutes', meeting.title, NULL, NULL, meeting.language, meeting.held_on, coalesce(meeting.held_on, meeting.planned_sort_on, '')
  FROM meeting
  WHERE meeting.project_id = :projectId AND EXISTS (SELECT 1 FROM text WHERE text.meeting_id = meeting.id AND text.body <> '')
),
piece AS (
  SELECT id AS line_id, text_id FROM listed WHERE text_id IS NOT NULL
  UNION ALL
  SELECT listed.id, text.id FROM listed JOIN text ON text.meeting_id = listed.meeting_id
),
coded AS (
  SELECT piece.line_id, count(*) AS segments, max(coding.coded_at) AS last_coded_at
  FROM piece JOIN coding ON coding.text_id = piece.text_id JOIN actor ON actor.id = coding.coder_id AND actor.is_consensus = 0
  WHERE ${isSeen} GROUP BY piece.line_id
),
done AS (
  SELECT DISTINCT piece.line_id FROM piece JOIN text_reading ON text_reading.text_id = piece.text_id
  WHERE ${isSeenRead}
)`;

const orders: Readonly<Record<NonNullable<Input['sort']>['by'], string>> = {
  kind: 'listed.kind',
  title: 'listed.title COLLATE NOCASE',
  code: "coalesce(listed.code, '')",
  saidOn: "coalesce(listed.said_on, '')",
  segments: 'coalesce(coded.segments, 0)',
  lastCoded: "coalesce(coded.last_coded_at, '')",
};

/** A page of the list of texts, and how many the filter leaves. */
export function listDocuments(sql: Statements, actorId: string, input: Input): { rows: ListedText[]; total: number } {
  const { text, params, order, branch } = filtered(sql, input, actorId);
  const page = sql.all(
    PlaceRow,
    `WITH RECURSIVE ${branch}${ctes}
     SELECT listed.id, count(*) OVER () AS total FROM listed LEFT JOIN coded ON coded.line_id = listed.id LEFT JOIN done ON done.line_id = listed.id
     ${text} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
    { ...params, limit: input.limit, offset: input.offset },
  );
  const ids = page.map((row) => row.id);
  const rows = new Map(readRows(sql, actorId, input.projectId, ids).map((row) => [row.id, row]));
  return {
    rows: ids.flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [toListed(row)];
    }),
    total: page[0]?.total ?? 0,
  };
}

function filtered(sql: Statements, input: Input, actorId: string) {
  const conditions: string[] = [];
  const params: Record<string, string | number> = { projectId: input.projectId, actorId };
  if (input.kind !== undefined) {
    conditions.push('listed.kind = :kind');
    params['kind'] = input.kind;
  }
  if (input.isUncoded === true) conditions.push('coded.line_id IS NULL AND done.line_id IS NULL');
  if (input.themeId !== undefined) {
    conditions.push(
      `EXISTS (SELECT 1 FROM piece JOIN coding ON coding.text_id = piece.text_id
       WHERE piece.line_id = listed.id AND coding.theme_id IN (SELECT id FROM branch) AND ${isSeen})`,
    );
    params['themeId'] = input.themeId;
  }
  const search = input.search?.trim() ?? '';
  if (search !== '') {
    conditions.push('listed.id IN (SELECT value FROM json_each(:found))');
    params['found'] = JSON.stringify(named(sql, actorId, input.projectId, search));
  }
  const { sort } = input;
  return {
    text: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    params,
    order:
      sort === undefined
        ? 'listed.came_at DESC, listed.id'
        : `${orders[sort.by]} ${sort.direction === 'descending' ? 'DESC' : 'ASC'}, listed.came_at DESC, listed.id`,
    branch:
      input.themeId === undefined
        ? ''
        : 'branch (id) AS (SELECT :themeId UNION SELECT theme.id FROM theme JOIN branch ON theme.parent_id = branch.id), ',
  };
}

const NameRow = z.object({ id: z.string(), title: z.string(), code: z.string().nullable() });

/** Lines whose title holds what was typed, or whose code begins with it, whatever the case: SQLite knows the case of English letters only. */
function named(sql: Statements, actorId: string, projectId: string, typed: string): string[] {
  const wanted = fold(typed);
  return sql
    .all(NameRow, `WITH ${ctes} SELECT id, title, code FROM listed`, { projectId, actorId })
    .flatMap(({ id, title, code }) => (fold(title).includes(wanted) || fold(code ?? '').startsWith(wanted) ? [id] : []));
}

/** Words are counted for the lines in sight only: it takes reading them through. */
function readRows(sql: Statements, actorId: string, projectId: string, ids: readonly string[]): z.infer<typeof Row>[] {
  const params: SqlParams = { projectId, actorId, ids: JSON.stringify(ids) };
  return sql.all(
    Row,
    `WITH ${ctes}, wanted AS (SELECT value AS id FROM json_each(:ids))
     SELECT listed.id, listed.text_id, listed.meeting_id, listed.kind, listed.title, listed.code, listed.interview_id, listed.language, listed.said_on,
       (SELECT sum(${wordsOf('text.body')}) FROM piece JOIN text ON text.id = piece.text_id WHERE piece.line_id = listed.id) AS words,
       coalesce(coded.segments, 0) AS segments, coded.last_coded_at,
       (SELECT group_concat(initials, ' ') FROM (SELECT DISTINCT actor.initials AS initials
          FROM piece JOIN coding ON coding.text_id = piece.text_id JOIN actor ON actor.id = coding.coder_id AND actor.is_consensus = 0
          WHERE piece.line_id = listed.id AND ${isSeen} ORDER BY actor.initials)) AS initials,
       done.line_id IS NOT NULL AS is_read
     FROM wanted JOIN listed ON listed.id = wanted.id LEFT JOIN coded ON coded.line_id = listed.id LEFT JOIN done ON done.line_id = listed.id`,
    params,
  );
}

/** Words of a column, near enough: blanks and line ends between them, plus one. */
export function wordsOf(column: string): string {
  const plain = `trim(replace(replace(replace(${column}, char(10), ' '), char(9), ' '), '  ', ' '))`;
  return `CASE WHEN ${plain} = '' THEN 0 ELSE length(${plain}) - length(replace(${plain}, ' ', '')) + 1 END`;
}

function toListed(row: z.infer<typeof Row>): ListedText {
  return {
    id: row.id,
    textId: row.text_id,
    meetingId: row.meeting_id,
    kind: row.kind,
    title: row.title,
    whose: row.code === null || row.interview_id === null ? null : { interviewId: row.interview_id, code: row.code },
    language: row.language,
    saidOn: row.said_on,
    words: row.words ?? 0,
    segments: row.segments,
    coders: row.initials === null ? [] : row.initials.split(' '),
    lastCodedAt: row.last_coded_at,
    isRead: row.is_read === 1,
  };
}

const CountRow = z.object({ kind: ListedKind, count: z.int(), uncoded: z.int() });

/** How many texts there are of each kind. */
export function countDocuments(sql: Statements, actorId: string, projectId: string) {
  const rows = sql.all(
    CountRow,
    `WITH ${ctes} SELECT listed.kind, count(*) AS count, coalesce(sum(coded.line_id IS NULL AND done.line_id IS NULL), 0) AS uncoded
     FROM listed LEFT JOIN coded ON coded.line_id = listed.id LEFT JOIN done ON done.line_id = listed.id GROUP BY listed.kind`,
    { projectId, actorId },
  );
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    uncoded: rows.reduce((sum, row) => sum + row.uncoded, 0),
    kinds: ListedKind.options.flatMap((kind) => {
      const found = rows.find((row) => row.kind === kind);
      return found === undefined ? [] : [{ kind, count: found.count }];
    }),
  };
}
