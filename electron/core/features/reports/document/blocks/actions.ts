import { z } from 'zod';
import type { ActionRow } from '../../../../../../shared/contract/actions.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { listActions } from '../../../actions/list-actions.ts';
import { placesOnSameGround } from '../../../actions/same-ground.ts';
import { capital, dueOf } from '../../../papers/when.ts';
import { ownerWords } from '../../../papers/action-table.ts';
import { everyRow, fromData } from '../data-memory.ts';
import { findingsOf } from './findings.ts';
import { paragraph, type Ground, type MakeBlock } from '../ground.ts';
import type { BlockRow } from '../../blocks/block-rows.ts';

const Id = z.object({ id: z.string() });

/** Meetings of a round. */
function meetingsOfRound({ call }: Ground, roundId: string): ReadonlySet<string> {
  return new Set(call.sql.all(Id, 'SELECT id FROM meeting WHERE round_id = :roundId', { roundId }).map(({ id }) => id));
}

/** The actions of a place as the list of actions has them: their own, or those of a meeting there, and of what the place was before and became. */
function actionsAt({ call: { sql, workspace }, report: { projectId }, today }: Ground, placeId: string): ReadonlySet<string> {
  const placeIds = placesOnSameGround(workspace, [placeId]);
  return fromData(
    workspace,
    `actions ${projectId} ${today} ${placeId}`,
    () => new Set(listActions(sql, { projectId, placeIds, today, limit: everyRow, offset: 0 }).map(({ id }) => id)),
  );
}

/** All actions of the report's project; read once for all blocks that ask. */
function projectActions({ call: { sql, workspace }, report: { projectId }, today }: Ground): readonly ActionRow[] {
  return fromData(workspace, `actions ${projectId} ${today}`, () => listActions(sql, { projectId, today, limit: everyRow, offset: 0 }));
}

/** What was agreed about what a block is about, in the order of the codes. */
export function actionsOf(options: BlockRow['options'], ground: Ground): ActionRow[] {
  const { serviceId, placeId, themeId, roundId, meetingId } = options;
  const round = roundId === undefined ? null : meetingsOfRound(ground, roundId);
  // A service or a theme is told by a finding alone.
  const isOfPlace = placeId !== undefined && serviceId === undefined && themeId === undefined;
  const atPlace = isOfPlace ? actionsAt(ground, placeId) : null;
  const isAbout = serviceId !== undefined || themeId !== undefined || placeId !== undefined;
  const findings = new Set(
    isAbout
      ? findingsOf(
          {
            ...(serviceId === undefined ? {} : { serviceId }),
            ...(themeId === undefined ? {} : { themeId }),
            ...(placeId === undefined ? {} : { placeId }),
          },
          ground,
        ).map(({ id }) => id as string)
      : [],
  );
  return projectActions(ground)
    .filter(
      ({ id, finding, meeting }) =>
        (!isAbout || (finding !== null && findings.has(finding.id)) || atPlace?.has(id) === true) &&
        (round === null || (meeting !== null && round.has(meeting.id))) &&
        (meetingId === undefined || meeting?.id === meetingId),
    )
    .toSorted((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

/** Whoever does it: an organisation, or as it was said. A person's name stands in no report. */
function ownerOf({ ownerAsSaid, ownerOrganisation, ownerPerson, parties }: ActionRow, { say }: Ground): string {
  const unnamed = ownerPerson === null ? null : say('papers.action.unnamed');
  return ownerWords(ownerAsSaid ?? ownerOrganisation?.name ?? unnamed, parties, say);
}

function statusOf({ status, result, isReportedBack }: ActionRow, { say, language }: Ground): string {
  const words = capital(say(`actions.status.${status}`), language);
  const told = isReportedBack ? say('reports.doc.reportedBack') : '';
  return [[words, told].filter((part) => part !== '').join(', '), result ?? ''].filter((part) => part !== '').join('\n');
}

/** Actions as a table: what, who, by when, how it goes. */
export function actionTable(actions: readonly ActionRow[], ground: Ground): DocumentPart[] {
  const { say, language } = ground;
  if (actions.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: null,
      columns: [
        { label: say('papers.action.what'), share: 40, isNumber: false },
        { label: say('papers.action.who'), share: 22, isNumber: false },
        { label: say('papers.action.due'), share: 18, isNumber: false },
        { label: say('papers.action.status'), share: 20, isNumber: false },
      ],
      rows: actions.map((action) => ({
        cells: [
          action.wording,
          ownerOf(action, ground),
          dueOf(action.due, language) || say('papers.action.noDue'),
          statusOf(action, ground),
        ],
        isGroup: false,
        indent: 0,
      })),
      note: '',
    },
  ];
}

/** What was agreed, and how it goes. */
export const makeActions: MakeBlock = ({ options }, ground) => {
  const parts = actionTable(actionsOf(options, ground), ground);
  return { parts: parts.length === 0 ? [paragraph(ground.say('reports.doc.noActions'), 'quiet')] : parts, problems: [] };
};
