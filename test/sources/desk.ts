import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { PersonFields, RegisterPart } from '../../shared/contract/register-records.ts';
import type { EntryKind } from '../../shared/contract/registers.ts';
import type { MeetingFields } from '../../shared/contract/meetings-planning.ts';
import type { LineMark } from '../../shared/contract/meeting-terms.ts';
import type { Attribution, Perspective } from '../../shared/contract/observations.ts';
import type { ProjectFields } from '../../shared/contract/projects.ts';
import { Ticket, type MeetingId, type ProjectId } from '../../shared/model/ids.ts';
import { readSpokenDate } from '../../shared/model/spoken-date.ts';
import { readSpokenCount } from '../../shared/model/spoken-count.ts';
import type { Language } from '../../shared/model/text.ts';
import type { VagueDate } from '../../shared/model/vague.ts';
import { aPath } from '../support/a-workspace.ts';

/** The smallest picture there is: a PNG of one transparent point. */
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

type Client = Core['client'];
type Part<K extends RegisterPart['part']> = Omit<Extract<RegisterPart, { part: K }>, 'part' | 'id'>;

/** One line of minutes as it was taken down. */
export interface SaidLine {
  readonly says: string;
  readonly mark?: LineMark;
  readonly by?: Attribution;
  readonly body?: string;
  readonly organisation?: string;
  readonly perspective?: Perspective;
}

/** Somebody who enters what a source reports, with nothing but the program's own methods. Ids are remembered under a name. */
export interface Desk extends Disposable {
  readonly core: Core;
  readonly client: Client;
  readonly keep: (name: string, id: string) => string;
  readonly id: (name: string) => string;
  /** The place a code means on a day. */
  readonly place: (code: string, on: string, country?: string) => Promise<string>;
  /** An entry of a register by its name, made if it is new. */
  readonly entry: (kind: EntryKind, name: string, fields?: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly person: (name: string, fields?: Partial<PersonFields>) => Promise<string>;
  readonly role: (part: Partial<Part<'role'>> & { readonly personId: string; readonly role: string }) => Promise<void>;
  readonly project: (name: string, kind: ProjectFields['kind'], language: Language, fields?: Partial<ProjectFields>) => Promise<ProjectId>;
  readonly meeting: (projectId: ProjectId, name: string, fields: Partial<MeetingFields>) => Promise<MeetingId>;
  /** Lines under an item of the agenda (or none), in order; answers their ids. */
  readonly lines: (meetingId: MeetingId, agendaItemId: string | null, lines: readonly SaidLine[]) => Promise<readonly string[]>;
  readonly attendee: (
    meetingId: MeetingId,
    role: string,
    who: { organisation?: string; body?: string; person?: string; count?: string },
  ) => Promise<void>;
  /** A picture in a meeting, with those who are seen in it; a yes has a day. */
  readonly photo: (
    meetingId: MeetingId,
    caption: string,
    credit: string | null,
    shown: Readonly<Record<string, string | null>>,
  ) => Promise<void>;
  /** One value of the workspace, as the file holds it. */
  readonly row: (sql: string) => Record<string, unknown>;
  readonly rows: (sql: string) => readonly Record<string, unknown>[];
}

export const always = { asSaid: null, from: null, to: null } as const;

/** A time in the words of the source, read on the day it was said. */
export function said(words: string, today: string, language: Language = 'nb'): VagueDate {
  const read = readSpokenDate(words, { form: null, today, language });
  if (read === null || read.precision === 'minute') throw new Error(`cannot be read as a time: ${words}`);
  return { asSaid: read.said, sortOn: read.sortOn, precision: read.precision };
}

/** A number in the words of the source. */
export function counted(words: string) {
  const read = readSpokenCount(words);
  if (read === null) throw new Error(`cannot be read as a number: ${words}`);
  return read;
}

/** Opens an empty workspace with a desk in front of it. */
export async function openDesk(): Promise<Desk> {
  const core = openCore({ windowId: 'sources' });
  const { client } = core;
  await client.workspace.create({ path: aPath('kilder.rost') });
  const ids = new Map<string, string>();
  const keep = (name: string, id: string): string => {
    ids.set(name, id);
    return id;
  };
  const rows: Desk['rows'] = (text) => core.session.workspace.sql.all(z.record(z.string(), z.unknown()), text, {});
  return {
    core,
    client,
    keep,
    id: (name) => ids.get(name) ?? missing(name),
    place: async (code, on, country = 'NO') => {
      const { place } = await client.places.placeOn({ country, code, on });
      return keep(`place ${code} ${on}`, place?.id ?? missing(`place ${code} on ${on}`));
    },
    entry: async (kind, name, fields = {}) => {
      const known = ids.get(name);
      if (known !== undefined) return known;
      const { id } = await client.registers.quickAdd({ kind, name });
      // The fields are those of the kind; the contract refuses any other.
      await client.registers.change({ kind, id, fields } as Parameters<Client['registers']['change']>[0]);
      return keep(name, id);
    },
    person: async (name, fields = {}) => {
      const { id } = await client.registers.quickAdd({ kind: 'people', name });
      await client.registers.change({ kind: 'people', id, fields });
      return keep(name, id);
    },
    role: async (part) => {
      const none = { organisationId: null, bodyId: null, title: null, span: always, recruitedBy: null, isFirstTime: false };
      await client.registers.savePart({ part: 'role', id: null, ...none, ...part });
    },
    project: async (name, kind, contentLanguage, fields = {}) => {
      const { projectId } = await client.projects.create({ name, kind, contentLanguage });
      await client.projects.change({ projectId, fields });
      keep(name, projectId);
      return projectId;
    },
    meeting: async (projectId, title, fields) => {
      const must = { kind: 'dialogue-meeting', language: 'nb' } as const;
      const { meetingId } = await client.meetings.create({ project: { id: projectId }, fields: { ...must, ...fields, title } });
      keep(title, meetingId);
      return meetingId;
    },
    lines: (meetingId, agendaItemId, lines) => writeLines(client, meetingId, agendaItemId, lines),
    attendee: async (meetingId, role, { organisation, body, person, count }) => {
      const number = count === undefined ? { count: null, precision: null } : counted(count);
      const who = { organisationId: organisation ?? null, bodyId: body ?? null, personId: person ?? null };
      await client.minutes.putAttendee({ meetingId, id: null, role, ...who, ...number, note: null });
    },
    photo: async (meetingId, caption, credit, shown) => {
      const ticket = Ticket.parse(core.session.blobs.expect('bilde.png'));
      writeFileSync(join(core.session.deps.temporaryFolder, 'in', ticket), onePixel);
      const { id: photoId } = await client.minutes.addPhoto({ meetingId, ticket });
      await client.minutes.changePhoto({ id: photoId, caption, credit, showsPeople: true });
      for (const [shownAs, consentedOn] of Object.entries(shown))
        await client.minutes.putShown({ photoId, id: null, personId: null, shownAs, consentedOn, withdrawnOn: null });
    },
    row: (text) => rows(text)[0] ?? {},
    rows,
    [Symbol.dispose]: () => core[Symbol.dispose](),
  };
}

async function writeLines(
  client: Client,
  meetingId: MeetingId,
  agendaItemId: string | null,
  lines: readonly SaidLine[],
): Promise<readonly string[]> {
  const made = lines.map((line) => ({ ...line, lineId: randomUUID() }));
  const steps = made.map(({ lineId, says }, index) => ({
    do: 'put' as const,
    lineId,
    body: says,
    seen: null,
    agendaItemId,
    after: made[index - 1]?.lineId ?? null,
  }));
  await client.minutes.edit({ meetingId, deed: 'paste', steps });
  for (const { lineId, mark, by, body, organisation, perspective } of made) {
    if (mark !== undefined) await client.minutes.mark({ lineId, mark });
    if (by !== undefined || perspective !== undefined)
      await client.minutes.attribute({
        lineId,
        attribution: by ?? null,
        bodyId: body ?? null,
        organisationId: organisation ?? null,
        perspective: perspective ?? null,
      });
  }
  return made.map(({ lineId }) => lineId);
}

function missing(what: string): never {
  throw new Error(`nothing is called ${what}`);
}
