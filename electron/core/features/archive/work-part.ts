import { z } from 'zod';
import { fileNameOf } from '../../documents/file-name.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { quoteTables, stillThere } from '../quotes/clearance/read-quote.ts';
import { refusedToBeQuoted } from '../quotes/may-be-quoted.ts';
import type { RawCell } from '../raw-export/cells.ts';
import { csvTable } from '../raw-export/csv-table.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import { textPart, type ArchiveWanted } from './archive-file.ts';

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Rows of a statement as separated values (RFC 4180); the headers are the statement's own names. Null when there are none. */
function csvOf(sql: Statements, statement: string, params: SqlParams): Buffer | null {
  const rows = sql.all(Row, statement, params);
  const header = Object.keys(rows[0] ?? {});
  if (header.length === 0) return null;
  const parts: Uint8Array[] = [];
  const table = csvTable(header, { separator: 'comma', byteOrderMark: false }, (bytes) => parts.push(bytes));
  table.add(rows.map((row) => header.map((name): RawCell => row[name] ?? null)));
  table.end();
  return Buffer.concat(parts);
}

const ofMeetings = 'SELECT id FROM meeting WHERE project_id = :projectId';

/** One table each. Names of people are left out: roles and organisations say who. */
const tables = {
  waves: 'SELECT ordinal, name, starts_on, ends_on, frame_count, frame_precision FROM wave WHERE project_id = :projectId ORDER BY ordinal',
  meetings: `SELECT m.id, m.kind, m.title, m.status, p.name AS place, m.planned_as_said, m.held_on, m.attendance_count, m.attendance_precision,
    m.impression, m.note FROM meeting m LEFT JOIN place p ON p.id = m.place_id WHERE m.project_id = :projectId ORDER BY coalesce(m.held_on, m.planned_sort_on), m.id`,
  findings: `SELECT f.code, f.wording, f.polarity, f.level, f.status, f.amount_as_said, s.name AS service FROM finding f
    LEFT JOIN service s ON s.id = f.service_id WHERE f.project_id = :projectId ORDER BY f.code`,
  actions: `SELECT a.code, a.wording, a.status, a.agreed_on, a.due_as_said, a.due_sort_on, o.name AS owner_organisation, a.parties, a.addressee, a.result, m.title AS meeting
    FROM action a LEFT JOIN organisation o ON o.id = a.owner_organisation_id LEFT JOIN meeting m ON m.id = a.meeting_id
    WHERE a.project_id = :projectId OR (a.project_id IS NULL AND a.meeting_id IN (${ofMeetings})) ORDER BY a.code`,
  action_events: `SELECT a.code, e.kind, e.happened_on, e.note FROM action a JOIN action_event e ON e.action_id = a.id
    WHERE a.project_id = :projectId OR (a.project_id IS NULL AND a.meeting_id IN (${ofMeetings})) ORDER BY a.code, e.happened_on`,
  observations: `SELECT kind, title, body, said_on, status, perspective FROM observation
    WHERE project_id = :projectId OR (project_id IS NULL AND meeting_id IN (${ofMeetings})) ORDER BY said_on, title`,
  releases: `SELECT number, format, json_extract(figures, '$.title') AS title, recipient, released_at, recalled_at FROM release
    WHERE project_id = :projectId ORDER BY number`,
} as const;

/** The words that were cleared, never those of the text they were made from; nobody's who has withdrawn or no longer wants to be quoted. */
const quoteSql = `SELECT quote.status, text.kind, quote.cleared_body AS text ${quoteTables}
WHERE text.project_id = :projectId AND quote.status = 'cleared' AND quote.cleared_body IS NOT NULL AND ${stillThere}
  AND (respondent.id IS NULL OR respondent.id NOT IN (SELECT value FROM json_each(:refused))) ORDER BY quote.id`;

/** What came of the project, as tables of separated values. */
export async function* tablesPart({
  call: { sql },
  projectId,
  language,
}: Pick<ArchiveWanted, 'projectId' | 'language'> & { readonly call: Pick<Call, 'sql'> }): AsyncGenerator<ToPack> {
  const folder = wordsIn(language)('archive.folder.work');
  for (const [name, statement] of Object.entries(tables)) {
    const content = csvOf(sql, statement, { projectId });
    if (content !== null) yield { fileName: `${folder}/${name}.csv`, content };
  }
  const refused = JSON.stringify([...refusedToBeQuoted(sql, projectId)]);
  const quotes = csvOf(sql, quoteSql, { projectId, refused });
  if (quotes !== null) yield { fileName: `${folder}/quotes.csv`, content: quotes };
}

const MeetingRow = z.object({ id: z.string(), title: z.string(), held_on: z.string().nullable(), place: z.string().nullable() });
const meetingSql = `
SELECT m.id, m.title, m.held_on, p.name AS place FROM meeting m LEFT JOIN place p ON p.id = m.place_id
WHERE m.project_id = :projectId AND EXISTS (SELECT 1 FROM minute_line l WHERE l.meeting_id = m.id) ORDER BY m.held_on, m.id`;
const LineRow = z.object({ item: z.string().nullable(), body: z.string() });
const lineSql = `
SELECT i.title AS item, t.body FROM minute_line l JOIN text t ON t.id = l.text_id LEFT JOIN agenda_item i ON i.id = l.agenda_item_id
WHERE l.meeting_id = :meetingId ORDER BY coalesce(i.ordinal, 0), l.ordinal`;

/** Minutes as plain text, a file per meeting. */
export async function* minutesPart({ call: { sql }, projectId, language }: ArchiveWanted): AsyncGenerator<ToPack> {
  const folder = wordsIn(language)('archive.folder.minutes');
  for (const [at, meeting] of sql.all(MeetingRow, meetingSql, { projectId }).entries()) {
    const head = [meeting.title, [meeting.held_on, meeting.place].filter((part) => part !== null).join(', ')].filter((part) => part !== '');
    let item: string | null = null;
    const lines = sql.all(LineRow, lineSql, { meetingId: meeting.id }).flatMap((line) => {
      const heading = line.item !== item && line.item !== null ? ['', `## ${line.item}`] : [];
      item = line.item;
      return [...heading, line.body];
    });
    const name = fileNameOf(`${String(at + 1).padStart(2, '0')} ${meeting.held_on ?? ''} ${meeting.title}`, String(at + 1));
    yield textPart(`${folder}/${name}.txt`, `${[...head, '', ...lines].join('\n')}\n`);
  }
}
