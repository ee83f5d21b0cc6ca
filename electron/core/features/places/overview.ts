import type { OverviewFilter, OverviewRow, OverviewSort, PlaceRef } from '../../../../shared/contract/place-rows.ts';
import { heldDate } from '../../../../shared/model/vague.ts';
import type { Place, PlaceRegister } from '../../../../shared/model/place-lineage/index.ts';
import { fold } from '../../../../shared/texts/fold.ts';
import type { Statements } from '../../db/statements.ts';
import { placeAttributions, placeRegister, refOf } from '../../places/place-register.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { homeOf } from './homes.ts';
import { byName } from './list-places.ts';
import { figuresOf, usedPlaces, type Figures, type GroupPlace } from './overview-figures.ts';
import { areaMembers, scopeOf, type MemberRow } from './scope.ts';

interface Wanted {
  readonly by: 'municipality' | 'area';
  readonly today: string;
  readonly text?: string | undefined;
  readonly filter: OverviewFilter;
  readonly sort: OverviewSort;
  readonly limit: number;
  readonly offset: number;
}

export interface Overview {
  readonly total: number;
  readonly rows: OverviewRow[];
  readonly counts: Record<OverviewFilter, number>;
  readonly notAttributable: PlaceRef[];
}

/** A page of the regional overview: places with what goes on in them, under all codes that their territory has had. */
export function regionalOverview(workspace: Workspace, wanted: Wanted): Overview {
  const { sql } = workspace;
  const register = placeRegister(workspace.sql);
  const members = areaMembers(sql);
  const groups = wanted.by === 'area' ? areaGroups(register, members) : homeGroups(register, sql, wanted.today);
  const figures = figuresOf(
    sql,
    groups.flatMap(({ places }) => places),
    wanted.today,
  );
  const all = groups.map((group) => toRow(register, group, members, figures));
  const text = fold(wanted.text ?? '');
  const named = all.filter(
    (row) => text === '' || [row, ...row.with].some((place) => fold(place.name).includes(text) || (place.code ?? '').startsWith(text)),
  );
  const rows = named.filter((row) => passes[wanted.filter](row)).toSorted(orders[wanted.sort]);
  return {
    total: rows.length,
    rows: rows.slice(wanted.offset, wanted.offset + wanted.limit),
    counts: countsOf(named),
    notAttributable: groups.flatMap(({ place }) => (isOver(place, wanted.today) ? [refOf(place)] : [])),
  };
}

interface Group {
  readonly place: Place;
  readonly places: readonly GroupPlace[];
}

/** What anything is recorded under, each with the place it stands with today. */
function homeGroups(register: PlaceRegister, sql: Statements, today: string): Group[] {
  const attributions = placeAttributions(sql);
  const used = usedPlaces(sql).flatMap((id) => register.place(id) ?? []);
  const homes = Map.groupBy(used, (place) => homeOf(register, attributions, today, place));
  return [...homes].flatMap(([place, recorded]) =>
    place.kind === 'area' ? [] : [{ place, places: recorded.map((one) => ({ groupId: place.id, placeId: one.id, from: null, to: null })) }],
  );
}

/** Areas with all places wholly in them; what is only partly in one is not counted there. */
function areaGroups(register: PlaceRegister, members: readonly MemberRow[]): Group[] {
  const areas = register.places.filter((place) => place.kind === 'area');
  return areas.map((place) => {
    const whole = scopeOf(register, members, place).filter((one) => one.extent === 'whole');
    return { place, places: whole.map(({ placeId, from, to }) => ({ groupId: place.id, placeId, from, to })) };
  });
}

function toRow(register: PlaceRegister, { place, places }: Group, members: readonly MemberRow[], figures: Figures): OverviewRow {
  const meetings = figures.meetings.get(place.id) ?? [];
  const last = meetings.find((one) => one.side === 'last');
  const held = last === undefined ? null : heldDate(last.held_on, last.held_precision);
  const next = meetings.find((one) => one.side === 'next');
  const count = (what: Parameters<NonNullable<ReturnType<Figures['counts']['get']>>['get']>[0]): number =>
    figures.counts.get(place.id)?.get(what) ?? 0;
  const others = [...new Set(places.map((one) => one.placeId))].filter((id) => id !== place.id && place.kind !== 'area');
  const parent = place.parentId === null ? undefined : register.place(place.parentId);
  return {
    ...refOf(place),
    kind: place.kind,
    county: parent?.name ?? null,
    with: others
      .flatMap((id) => register.place(id) ?? [])
      .toSorted(byName)
      .map(refOf),
    holds: new Set(members.filter((one) => one.area_id === place.id).map((one) => one.place_id)).size,
    lastMeeting: last === undefined || held === null ? null : { id: last.id, title: last.title, held },
    nextMeeting:
      next === undefined
        ? null
        : {
            id: next.id,
            title: next.title,
            planned: { asSaid: next.planned_as_said, sortOn: next.planned_sort_on, precision: next.planned_precision },
          },
    meetings: count('meetings'),
    openActions: count('open'),
    overdueActions: count('overdue'),
    untoldActions: count('untold'),
    findings: count('findings'),
    projects: (figures.projects.get(place.id) ?? []).map(({ id, name, status }) => ({ id, name, isRunning: status === 'running' })),
  };
}

const passes: Readonly<Record<OverviewFilter, (row: OverviewRow) => boolean>> = {
  all: () => true,
  overdue: (row) => row.overdueActions > 0,
  open: (row) => row.openActions > 0,
  planned: (row) => row.nextMeeting !== null,
  unplanned: (row) => row.nextMeeting === null,
  untold: (row) => row.untoldActions > 0,
};

/** What has no date stands last. */
const orders: Readonly<Record<OverviewSort, (a: OverviewRow, b: OverviewRow) => number>> = {
  name: byName,
  last: (a, b) => descending(a.lastMeeting?.held.on, b.lastMeeting?.held.on) || byName(a, b),
  next: (a, b) => -descending(a.nextMeeting?.planned.sortOn, b.nextMeeting?.planned.sortOn, true) || byName(a, b),
  overdue: (a, b) => b.overdueActions - a.overdueActions || b.openActions - a.openActions || byName(a, b),
};

function descending(a: string | null | undefined, b: string | null | undefined, isReversed = false): number {
  const nothing = isReversed ? '9999' : '';
  const [one, other] = [a ?? nothing, b ?? nothing];
  return one === other ? 0 : one < other ? 1 : -1;
}

function countsOf(rows: readonly OverviewRow[]): Record<OverviewFilter, number> {
  const count = (filter: OverviewFilter): number => rows.filter(passes[filter]).length;
  return {
    all: rows.length,
    overdue: count('overdue'),
    open: count('open'),
    planned: count('planned'),
    unplanned: count('unplanned'),
    untold: count('untold'),
  };
}

function isOver(place: Place, today: string): boolean {
  return place.validTo !== null && place.validTo <= today;
}
