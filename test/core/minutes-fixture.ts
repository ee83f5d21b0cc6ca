import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { LineStep, MinutesOf } from '../../shared/contract/minutes.ts';
import { MeetingId, ProjectId } from '../../shared/model/ids.ts';

/** A workspace with one meeting of three items, and a second window on it. */
export interface Meeting extends Disposable {
  readonly core: Core;
  readonly client: Core['client'];
  /** The same file in a second window. */
  readonly other: Core['client'];
  readonly path: string;
  readonly meetingId: MeetingId;
  readonly projectId: ProjectId;
  readonly items: readonly string[];
  readonly organisationId: string;
  readonly bodyId: string;
  readonly people: readonly string[];
  readonly questionId: string;
  readonly rows: (sql: string, params?: Record<string, string | number | null>) => Record<string, unknown>[];
  /** Changes the file behind the program's back, as other features do. */
  readonly change: (sql: string, params?: Record<string, string | number | null>) => void;
  /** Writes a new line at the end of an item, and answers its id. */
  readonly line: (body: string, item?: number) => Promise<string>;
  readonly read: () => Promise<MinutesOf>;
}

/** Day the sample meeting is planned for. */
export const meetingDay = '2026-03-19';

export async function aMeeting(): Promise<Meeting> {
  const core = openCore({ windowId: 'writer' });
  const path = join(mkdtempSync(join(tmpdir(), 'rost-minutes-')), 'a.rost');
  await core.client.workspace.create({ path });
  const { workspace } = core.session;
  const newId = (): string => workspace.newId();
  const [projectId, meetingId, organisationId, bodyId, sheetId, questionId] = [newId(), newId(), newId(), newId(), newId(), newId()];
  const items = [newId(), newId(), newId()];
  const people = [newId(), newId()];
  const source = workspace.sourceFor('writer');
  workspace.operations.run({ ...source, kind: 'test', labelId: 'test', isUndoable: false }, () => {
    const { sql } = workspace;
    sql.insert('project', { id: projectId, kind: 'dialogue-round', name: 'Dialogmøter', status: 'running' });
    sql.insert('meeting', {
      id: meetingId,
      project_id: projectId,
      kind: 'dialogue-meeting',
      title: 'Dialogmøte i Fjordvik',
      status: 'invited',
      planned_as_said: '19. mars',
      planned_sort_on: meetingDay,
      planned_precision: 'day',
    });
    for (const [index, id] of items.entries())
      sql.insert('agenda_item', { id, meeting_id: meetingId, ordinal: index + 1, title: `Sak ${index + 1}` });
    sql.insert('organisation', { id: organisationId, kind: 'user-organisation', name: 'Mental Helse Fjordvik' });
    sql.insert('body', { id: bodyId, kind: 'user-council', name: 'Brukerrådet', is_standing: 1 });
    for (const [index, id] of people.entries()) sql.insert('person', { id, name: index === 0 ? 'Even Strandmyr' : 'Solfrid Tangvåg' });
    sql.insert('question_sheet', { id: sheetId, meeting_id: meetingId, version: 1, sent_on: '2026-03-02' });
    sql.insert('sheet_question', { id: questionId, sheet_id: sheetId, ordinal: 1, wording: '{"nb":"Hva er viktig for deg?"}' });
  });
  const { client } = core;
  const id = MeetingId.parse(meetingId);
  const read = (): Promise<MinutesOf> => client.minutes.get({ meetingId: id });
  return {
    core,
    client,
    other: core.clientFor('other'),
    path,
    meetingId: id,
    projectId: ProjectId.parse(projectId),
    items,
    organisationId,
    bodyId,
    people,
    questionId,
    rows: (text, params = {}) => workspace.sql.all(z.record(z.string(), z.unknown()), text, params),
    change: (text, params = {}) =>
      void workspace.operations.run({ ...source, kind: 'test', labelId: 'test', isUndoable: false }, () => workspace.sql.run(text, params)),
    line: async (body, item = 0) => {
      const { lines } = await read();
      const lineId = crypto.randomUUID();
      const itemId = items[item] ?? null;
      const after = lines.findLast((line) => line.agendaItemId === itemId)?.id ?? null;
      await client.minutes.write({ meetingId: id, caret: body.length, step: put(lineId, body, { agendaItemId: itemId, after }) });
      return lineId;
    },
    read,
    [Symbol.dispose]: () => core[Symbol.dispose](),
  };
}

type Put = Extract<LineStep, { do: 'put' }>;

/** The step that writes a line; without a place it is one that is there. */
export function put(lineId: string, body: string, place: Partial<Pick<Put, 'seen' | 'agendaItemId' | 'after' | 'from'>> = {}): Put {
  return { do: 'put', lineId, body, seen: null, agendaItemId: null, after: null, ...place };
}
