import { z } from 'zod';
import type { FindingRow } from '../../../../../../shared/contract/findings.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { MeetingId, ThemeId } from '../../../../../../shared/model/ids.ts';
import { themeNames } from '../../../findings/theme-names.ts';
import { agreedActions } from '../../../minutes/agreed-actions.ts';
import { readAttendance } from '../../../minutes/attendance.ts';
import { readMeeting, type MeetingFacts } from '../../../papers/read-meeting.ts';
import { capital, countOf, whenOf } from '../../../papers/when.ts';
import type { BlockRow } from '../../blocks/block-rows.ts';
import { lineAbove, paragraph, type Ground, type MakeBlock } from '../ground.ts';
import { listed } from '../in-words.ts';
import { projectFindings } from './findings.ts';

const Row = z.object({ id: MeetingId });
const meetingSql = `SELECT id FROM meeting WHERE project_id = :projectId AND status IN ('held', 'minutes-sent', 'changed-after-sending')
  AND (:roundId IS NULL OR round_id = :roundId) AND (:meetingId IS NULL OR id = :meetingId)
ORDER BY held_on, starts_at, id`;

const ThemeRow = z.object({ theme_id: ThemeId });
const themeSql = `SELECT DISTINCT coding.theme_id FROM text JOIN counted_coding AS coding ON coding.text_id = text.id WHERE text.meeting_id = :meetingId`;

/** Meetings that a block tells of, in the order they were held. */
export function meetingsIn({ roundId, meetingId }: BlockRow['options'], { call, report }: Ground): MeetingFacts[] {
  const params = { projectId: report.projectId, roundId: roundId ?? null, meetingId: meetingId ?? null };
  return call.sql.all(Row, meetingSql, params).map(({ id }) => readMeeting(call.sql, id));
}

interface Side {
  readonly role: string;
  readonly count: number | null;
}

function sidesAt(meetingId: string, { call }: Ground): Side[] {
  const byRole = Map.groupBy(readAttendance(call.sql, meetingId).attendees, ({ role }) => role);
  return [...byRole].map(([role, rows]) => {
    const counts = rows.map(({ count, precision, person }) =>
      count === null ? (person === null ? null : 1) : precision === 'exact' ? count : null,
    );
    return { role, count: counts.some((n) => n === null) ? null : counts.reduce<number>((sum, n) => sum + (n ?? 0), 0) };
  });
}

/** Who was there, by side: with numbers only where each side is at least as many as may be told of, for the last could be worked out. */
function presentLines(meeting: MeetingFacts, ground: Ground): string[] {
  const { say, language, rule } = ground;
  const sides = sidesAt(meeting.id, ground);
  const hasCounts = sides.length > 0 && sides.every(({ count }) => count !== null && count >= rule.threshold);
  const names = sides.map(({ role, count }) => (hasCounts ? `${role} (${count ?? ''})` : role));
  const { attendance, attendanceAsSaid } = meeting;
  // Where one side alone was there, its number is the total.
  const isFew = attendance !== null && attendance.count < rule.threshold;
  const total = isFew ? null : (attendanceAsSaid ?? (attendance === null ? null : countOf(attendance, language, say)));
  const average = attendance?.precision === 'average';
  return [
    ...(total === null ? [] : [capital(say(average ? 'papers.minutes.totalAverage' : 'papers.minutes.total', { n: total }), language)]),
    ...(names.length === 0 ? [] : [capital(listed(names, language), language)]),
  ];
}

function themesAt(meetingId: string, { call, language }: Ground): string[] {
  const used = new Set<string>(call.sql.all(ThemeRow, themeSql, { meetingId }).map((row) => row.theme_id));
  return [...themeNames(call.sql, language).values()].flatMap(({ id, name }) => (used.has(id) ? [name] : []));
}

const judged = ['validated', 'changed', 'too-early'] as const;

/** What the meeting said about findings that were brought to it. */
function findingLines(meetingId: string, findings: readonly FindingRow[], { say }: Ground): { label: string; lines: string[] }[] {
  return judged.map((status) => ({
    label: say(`reports.meetings.${status}`),
    lines: findings.flatMap(({ wording, events }) =>
      events.some((event) => event.status === status && event.meeting?.id === meetingId) ? [wording] : [],
    ),
  }));
}

function meetingParts(meeting: MeetingFacts, findings: readonly FindingRow[], ground: Ground): DocumentPart[] {
  const { say, language, call } = ground;
  const place = [meeting.venue, meeting.place].filter((part) => part !== null && part !== '').join(', ');
  const agreed = agreedActions(call.sql, meeting.id, 'all').map(({ wording }) => wording);
  const rows = [
    { label: say('papers.on.when'), lines: [capital(whenOf(meeting.time, language, say), language)] },
    { label: say('papers.on.where'), lines: [place] },
    { label: say('papers.minutes.present'), lines: presentLines(meeting, ground) },
    { label: say('reports.meetings.themes'), lines: [capital(listed(themesAt(meeting.id, ground), language), language)] },
    ...findingLines(meeting.id, findings, ground),
    { label: say('papers.minutes.agreed'), lines: agreed },
  ].flatMap(({ label, lines }) => {
    const said = lines.filter((line) => line !== '');
    return said.length === 0 ? [] : [{ label, lines: said }];
  });
  return [lineAbove(meeting.title), { kind: 'facts', rows }];
}

/** The meetings of a round, one meeting, or all that the project has held. Nobody is named. */
export const makeMeetings: MakeBlock = ({ options }, ground) => {
  const meetings = meetingsIn(options, ground);
  if (meetings.length === 0) return { parts: [paragraph(ground.say('reports.doc.noMeetings'), 'quiet')], problems: [] };
  const findings = projectFindings(ground);
  return { parts: meetings.flatMap((meeting) => meetingParts(meeting, findings, ground)), problems: [] };
};
