import { z } from 'zod';
import type { Paper, PaperOrder } from '../../../../shared/contract/papers.ts';
import { MeetingId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { wordsIn, type CoreWords } from '../../words.ts';
import { readSheets } from '../meetings/sheets.ts';
import { agreedActions } from '../minutes/agreed-actions.ts';
import { readAttendance } from '../minutes/attendance.ts';
import { readOutcomes } from '../minutes/outcomes.ts';
import { readPhotos } from '../minutes/photos.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { contactListPaper } from './contact-list.ts';
import { followUpPaper } from './follow-up.ts';
import { invitationPaper } from './invitation.ts';
import { minutesPaper } from './minutes.ts';
import { questionSheetPaper } from './question-sheet.ts';
import { readFollowUp } from './read-follow-up.ts';
import { readMeeting } from './read-meeting.ts';
import { sharedPeople } from './read-people.ts';
import { recipientName } from './recipients.ts';

const InvitedRow = z.object({ name: z.string().nullable() });
const invitedSql = `SELECT coalesce(organisation.name, place.name) AS name FROM meeting_invitation
LEFT JOIN organisation ON organisation.id = meeting_invitation.organisation_id LEFT JOIN place ON place.id = meeting_invitation.place_id
WHERE meeting_invitation.meeting_id = :meetingId ORDER BY name LIMIT 500`;

const NextRow = z.object({ id: MeetingId });
/** The next meeting in the same place, or else in the same series, after this one. */
const nextSql = `SELECT meeting.id FROM meeting LEFT JOIN meeting_round ON meeting_round.id = meeting.round_id
WHERE meeting.id <> :id AND meeting.status IN ('planned', 'invited', 'questions-sent')
  AND (meeting.place_id = :placeId OR meeting_round.series_id = :seriesId)
  AND (meeting.planned_sort_on IS NULL OR meeting.planned_sort_on > coalesce(:after, ''))
ORDER BY meeting.place_id IS NOT :placeId, meeting.planned_sort_on NULLS LAST, meeting.id LIMIT 1`;

type OrderOf<K extends PaperOrder['kind']> = Extract<PaperOrder, { kind: K }>;

/**
 * How a paper is made. whole: as it is sent. lasting: only what somebody has to be told about when it changes, without what goes on by
 * itself (how actions go, who else is invited) and without the program's own words, which another version may say otherwise.
 */
export type PaperMode = 'whole' | 'lasting';

/** Words that never change. */
const bareWords: CoreWords = (id, params = {}) => `${id} ${JSON.stringify(params)}`;

/** The paper that was ordered, as it stands now. @throws AppError NOT_FOUND, NOTHING_TO_SEND */
export function makePaper(workspace: Workspace, order: PaperOrder, mode: PaperMode = 'whole'): Paper {
  const { sql } = workspace;
  const say = mode === 'whole' ? wordsIn(order.language) : bareWords;
  switch (order.kind) {
    case 'invitation':
      return invitation(sql, order, say, mode);
    case 'question-sheet':
      return questionSheet(sql, order, say);
    case 'minutes':
      return minutes(sql, order, say, mode);
    case 'contact-list':
      return contactListPaper(readMeeting(sql, order.meetingId), sharedPeople(sql, order.meetingId), order.language, say);
    case 'follow-up-sheet':
      return followUpPaper({ ...readFollowUp(workspace, order.placeId, order.today), language: order.language, say });
  }
}

function invitation(sql: Statements, order: OrderOf<'invitation'>, say: CoreWords, mode: PaperMode): Paper {
  const meeting = readMeeting(sql, order.meetingId);
  const invited = mode === 'lasting' ? [] : sql.all(InvitedRow, invitedSql, { meetingId: meeting.id });
  const { id, placeId, seriesId, time } = meeting;
  const after = time.held?.on ?? time.planned.sortOn;
  const next = order.form === 'welcome-next' ? sql.get(NextRow, nextSql, { id, placeId, seriesId, after }) : undefined;
  return invitationPaper({
    meeting,
    language: order.language,
    say,
    form: order.form,
    addressee: order.recipient === null ? null : recipientName(sql, order.recipient),
    day: order.day,
    practical: order.practical,
    mayBeSpread: order.mayBeSpread,
    hasSheet: readSheets(sql, { meetingId: meeting.id }).some((sheet) => sheet.questions.length > 0),
    invited: {
      names: [...new Set(invited.flatMap(({ name }) => name ?? []))],
      persons: invited.filter(({ name }) => name === null).length,
    },
    next: next === undefined ? null : readMeeting(sql, next.id),
  });
}

function questionSheet(sql: Statements, order: OrderOf<'question-sheet'>, say: CoreWords): Paper {
  const sheets = readSheets(sql, { meetingId: order.meetingId });
  const sheet = order.sheetId === null ? sheets[0] : sheets.find(({ id }) => id === order.sheetId);
  if (sheet === undefined) throw new AppError('NOTHING_TO_SEND');
  return questionSheetPaper(readMeeting(sql, order.meetingId), sheet, order.language, say);
}

function minutes(sql: Statements, order: OrderOf<'minutes'>, say: CoreWords, mode: PaperMode): Paper {
  const { meetingId, language } = order;
  const actions = agreedActions(sql, meetingId, 'all');
  const people = order.hasNames ? sharedPeople(sql, meetingId) : [];
  return minutesPaper({
    meeting: readMeeting(sql, meetingId),
    language,
    say,
    attendance: readAttendance(sql, meetingId),
    // Whose codings stand beside the lines does not matter: a theme is not for the reader of the minutes.
    lines: readMinutes(sql, meetingId, language, ''),
    actions: mode === 'whole' ? actions : actions.map((action) => ({ ...action, status: 'agreed' as const })),
    sheet: readSheets(sql, { meetingId }).find((sheet) => sheet.sentOn !== null),
    outcomes: readOutcomes(sql, meetingId),
    photos: order.hasPhotos ? readPhotos(sql, meetingId).photos.filter((photo) => photo.isExportable) : [],
    named: new Map(people.map(({ id, name }) => [id, name])),
  });
}
