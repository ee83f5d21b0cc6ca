import type { InvitationStatus } from '../../shared/contract/meeting-terms.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { ProjectId } from '../../shared/model/ids.ts';
import { aPath } from '../support/a-workspace.ts';

/** A workspace with places that were merged and split, organisations that serve them, and a project. All names are invented. */
export interface MeetingGround extends Disposable {
  readonly core: Core;
  readonly client: Core['client'];
  readonly projectId: ProjectId;
  readonly place: (key: string) => string;
  readonly organisation: (key: string) => string;
  readonly person: (key: string) => string;
  /** Writes rows as another part of the program would; answers their ids. */
  readonly write: (table: string, ...rows: readonly SqlParams[]) => string[];
}

const places = [
  ['1507', 'Fjordvik', '2020-01-01', '2024-01-01'],
  ['1508', 'Fjordvik', '2024-01-01', null],
  ['1580', 'Skogbygda', '2024-01-01', null],
  ['9924', 'Tindsund', '2020-01-01', null],
] as const;

const tenTowns = ['Ask', 'Bjørk', 'Eik', 'Furu', 'Gran', 'Hassel', 'Lind', 'Lønn', 'Or', 'Selje'] as const;
/** Three areas of ten municipalities. */
export const areas = { nord: ['Ask', 'Bjørk', 'Eik'], midt: ['Furu', 'Gran', 'Hassel'], sør: ['Lind', 'Lønn', 'Or', 'Selje'] } as const;

export async function meetingGround(): Promise<MeetingGround> {
  const core = openCore({ windowId: 'meetings' });
  await core.client.workspace.create({ path: aPath() });
  const { projectId } = await core.client.projects.create({ name: 'Dialogrunden', kind: 'dialogue-round', contentLanguage: 'nb' });
  const { workspace } = core.session;
  const ids = new Map<string, string>();
  const write = (table: string, ...rows: readonly SqlParams[]): string[] => {
    const made = rows.map(() => workspace.newId());
    workspace.operations.run({ ...workspace.sourceFor('meetings'), kind: 'test', labelId: 'test', isUndoable: false }, () =>
      rows.forEach((row, index) => workspace.sql.insert(table, { id: made[index] ?? '', ...row })),
    );
    return made;
  };
  const keep = (key: string, table: string, row: SqlParams): string => {
    const [id = ''] = write(table, row);
    ids.set(key, id);
    return id;
  };
  const find = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`nothing called ${key}`);
    return id;
  };
  for (const [code, name, valid_from, valid_to] of places)
    keep(code, 'place', { kind: 'municipality', country_code: 'NO', code, name, valid_from, valid_to });
  for (const to of ['1508', '1580'])
    write('place_change', { from_place_id: find('1507'), to_place_id: find(to), changed_on: '2024-01-01', kind: 'split', extent: 'part' });
  for (const [index, town] of tenTowns.entries()) {
    const placeId = keep(town, 'place', { kind: 'municipality', country_code: 'SE', code: String(9900 + index), name: town });
    keep(`${town} kommun`, 'organisation', { kind: 'municipality', name: `${town} kommun`, place_id: placeId });
  }
  for (const [area, towns] of Object.entries(areas)) {
    const areaId = keep(area, 'place', { kind: 'area', country_code: 'SE', name: area });
    for (const town of towns) write('area_place', { area_id: areaId, place_id: find(town) });
  }
  keep('loft', 'organisation', { kind: 'centre', name: 'Erfaringsloftet', place_id: find('1508') });
  keep('fjordvik', 'organisation', { kind: 'municipality', name: 'Fjordvik kommune', place_id: find('1508') });
  keep('rostlaget', 'organisation', { kind: 'user-organisation', name: 'Røstlaget', place_id: find('1508') });
  keep('parorende', 'organisation', { kind: 'relatives-organisation', name: 'Pårørendelaget', place_id: find('1508') });
  write('organisation_area', { organisation_id: find('rostlaget'), place_id: find('9924') });
  write('organisation_pause', { organisation_id: find('parorende'), paused_on: '2021-01-01', resumed_on: '2023-01-01' });
  keep('tindsund', 'organisation', { kind: 'municipality', name: 'Tindsund kommune', place_id: find('9924') });
  keep('vigdis', 'person', { name: 'Vigdis Nordhylla', email: 'vigdis@example.org' });
  keep('even', 'person', { name: 'Even Strandmyr' });
  write('person_role', { person_id: find('vigdis'), organisation_id: find('fjordvik'), role: 'leder', valid_from: '2022-01-01' });
  return {
    core,
    client: core.client,
    projectId,
    place: find,
    organisation: find,
    person: find,
    write,
    [Symbol.dispose]: () => core[Symbol.dispose](),
  };
}

/** A plan of a round with everything that is usually left as it is. */
export function roundPlan(ground: MeetingGround, placeKeys: readonly string[]) {
  return {
    project: { id: ground.projectId },
    series: null,
    name: 'Høsten 2026',
    year: 2026,
    planned: { asSaid: 'i oktober 2026', sortOn: '2026-10-31', precision: 'month' as const },
    kind: 'dialogue-meeting' as const,
    kindName: null,
    format: 'physical' as const,
    language: 'nb' as const,
    placeIds: placeKeys.map(ground.place),
    title: 'Dialogmøte i {place}',
    bankQuestionIds: [] as string[],
    hasInvitations: true,
    today: '2026-09-01',
  };
}

/** Marks all invitations of a meeting. */
export async function markAll(
  ground: MeetingGround,
  meetingId: Parameters<Core['client']['meetings']['get']>[0]['meetingId'],
  status: InvitationStatus,
  on: string,
) {
  const { invitations } = await ground.client.meetings.get({ meetingId });
  await ground.client.meetings.markInvitations({ ids: invitations.map(({ id }) => id), status, on });
}
