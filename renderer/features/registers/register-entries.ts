import type { BodyRow, OrganisationRow, PersonRow, RegisterPage, ServiceRow } from '../../../shared/contract/register-rows.ts';
import type { EntryKind } from '../../../shared/contract/registers.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';
import { during, listed, spanText } from './span-text.ts';

/** A row of a register in words, in the order of `headersOf`. */
export interface RegisterEntry {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly string[];
}

/** What turning rows into words needs. */
export interface Words {
  readonly say: Say;
  readonly dates: Dates;
}

/** A page of one of the registers written here. */
export type EntryPage = Extract<RegisterPage, { kind: EntryKind }>;

const headerIds = {
  organisations: ['name', 'organisationKind', 'seat', 'parent'],
  people: ['name', 'role', 'contact'],
  bodies: ['name', 'bodyKind', 'place', 'members'],
  services: ['name', 'serviceKind', 'place', 'operator', 'recipients'],
} as const satisfies Record<EntryKind, readonly string[]>;

/** The column heads of a register. */
export function headersOf(kind: EntryKind, say: Say): readonly string[] {
  return headerIds[kind].map((id) => say(`registers.${id}`));
}

/** The rows of a register in words. */
export function entriesOf(page: EntryPage, words: Words): readonly RegisterEntry[] {
  switch (page.kind) {
    case 'organisations':
      return page.rows.map((row) => organisationEntry(row, words));
    case 'people':
      return page.rows.map((row) => personEntry(row, words));
    case 'bodies':
      return page.rows.map((row) => bodyEntry(row, words));
    case 'services':
      return page.rows.map((row) => serviceEntry(row, words));
    default:
      return page satisfies never;
  }
}

function or(value: string | null | undefined): string {
  return value ?? '–';
}

function years(row: { validFrom: string | null; validTo: string | null; periodAsSaid: string | null }, { dates, say }: Words): string {
  return spanText({ asSaid: row.periodAsSaid, from: row.validFrom, to: row.validTo }, dates, say);
}

function organisationEntry(row: OrganisationRow, { say, dates }: Words): RegisterEntry {
  const rest = row.pauses.at(-1);
  const kind = say(`registers.organisationKind.${row.kind}`);
  const state = rest === undefined ? null : say('registers.paused', { years: dates.years(rest.from, rest.to) });
  return { id: row.id, name: row.name, cells: [row.name, listed([kind, state]), or(row.place), or(row.parent)] };
}

function personEntry(row: PersonRow, words: Words): RegisterEntry {
  const { say } = words;
  const [role] = row.roles;
  const what = role === undefined ? null : during(listed([role.title ?? role.role, role.where]), years(role, words));
  const more = row.roles.length > 1 ? say('registers.moreRoles', { n: row.roles.length - 1 }) : null;
  return {
    id: row.id,
    name: row.name,
    cells: [
      row.name,
      what === null ? '–' : listed([what, more]),
      row.email ?? row.contact ?? say(`registers.contactRoute.${row.contactRoute}`),
    ],
  };
}

function bodyEntry(row: BodyRow, words: Words): RegisterEntry {
  const { say } = words;
  const kind = listed([say(`registers.bodyKind.${row.kind}`), say(row.isStanding ? 'registers.standing' : 'registers.adHoc')]);
  const members = say('registers.memberCount', { n: row.members, first: row.firstTimeMembers });
  return { id: row.id, name: row.name, cells: [during(row.name, years(row, words)), kind, or(row.place), members] };
}

function serviceEntry(row: ServiceRow, words: Words): RegisterEntry {
  const { say, dates } = words;
  const last = row.operators.at(-1);
  const recipients = row.recipientsAsSaid ?? (row.recipients === null ? null : dates.counted(row.recipients));
  return {
    id: row.id,
    name: row.name,
    cells: [
      during(row.name, years(row, words)),
      say(`registers.serviceKind.${row.kind}`),
      or(row.place),
      last === undefined ? '–' : during(last.name, dates.years(last.validFrom, last.validTo)),
      or(recipients),
    ],
  };
}
