import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { readLog } from './log.ts';
import { makeFiles } from './make-files.ts';
import { makeMail } from './make-mail.ts';
import { makePaper } from './make-paper.ts';
import { discard, markSent } from './mark-sent.ts';
import { prepare } from './prepare.ts';
import { groundOf, placeMeetings, sheetPlace } from './read-follow-up.ts';
import { meetingRecipients, nextPaper } from './recipients.ts';

export const papersHandlers: Handlers<typeof contract.papers> = {
  paper: ({ workspace }, order) => makePaper(workspace, order),
  files: makeFiles,
  recipients: ({ sql }, { meetingIds, what: asked, form }) => {
    const [first] = meetingIds;
    const what = asked ?? (first === undefined ? 'invitation' : nextPaper(sql, first));
    return { what, meetings: meetingIds.map((meetingId) => meetingRecipients(sql, meetingId, what, form)) };
  },
  mail: ({ sql }, input) => makeMail(sql, input),
  prepare: (call, { preparations, day }) => ({ ids: prepare(call, preparations, day) }),
  markSent: (call, { ids, day }) => ({ count: markSent(call, ids, day) }),
  discard: (call, { ids }) => ({ count: discard(call, ids) }),
  log: ({ workspace }, input) => readLog(workspace, input),
  sheetMeetings: ({ sql, workspace }, { placeId, today }) => {
    const place = sheetPlace(sql, placeId);
    const meetings = placeMeetings(sql, groundOf(workspace, placeId)).map(({ id, title, on, isHeld }) => ({
      id,
      title,
      on,
      isComing: !isHeld && (on === null || on >= today),
    }));
    const coming = meetings.filter(({ isComing }) => isComing);
    return { place, meetings: [...coming, ...meetings.filter(({ isComing }) => !isComing).toReversed()].slice(0, 50) };
  },
};
