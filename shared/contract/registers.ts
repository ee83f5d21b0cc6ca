import { z } from 'zod';
import { Name } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { command, query } from './kit.ts';
import { EntryChange, PartKind, RegisterPart, RegisterRecord } from './register-records.ts';
import { OrganisationRow, RegisterHit, RegisterPage } from './register-rows.ts';

export const RegisterKind = z.enum(['places', 'organisations', 'people', 'bodies', 'services', 'surveys', 'guidelines', 'questions']);
export type RegisterKind = z.infer<typeof RegisterKind>;

/** Registers that entries are picked from. */
export const PickedKind = z.enum(['places', 'organisations', 'people', 'bodies', 'services']);
export type PickedKind = z.infer<typeof PickedKind>;

/** Registers whose entries are written here; places have a page of their own. */
export const EntryKind = z.enum(['organisations', 'people', 'bodies', 'services']);
export type EntryKind = z.infer<typeof EntryKind>;

/** An organisation in the tree of organisations. */
export const OrganisationNode = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: OrganisationRow.shape.kind,
  parentId: z.uuid().nullable(),
});
export type OrganisationNode = z.infer<typeof OrganisationNode>;

const Entry = z.strictObject({ kind: EntryKind, id: z.uuid() });
const Nothing = z.strictObject({});

export const registers = {
  /**
   * One register, by name. Places stand by code and years. `text`, `ofKind` and `on` (there and active on that day) narrow the
   * registers that are written here.
   */
  list: query({
    input: z.strictObject({
      kind: RegisterKind,
      text: z.string().max(60).optional(),
      ofKind: z.string().max(40).optional(),
      on: IsoDay.optional(),
      limit: z.int().min(1).max(500).default(500),
      offset: z.int().min(0).default(0),
    }),
    output: RegisterPage,
  }),
  /** Entries whose name holds the text, whatever its case and diacritics: best first, and among equals those valid `on` the day. */
  find: query({
    input: z.strictObject({
      kind: PickedKind,
      text: z.string().max(60),
      on: IsoDay.optional(),
      limit: z.int().min(1).max(50).default(12),
    }),
    output: z.strictObject({ hits: z.array(RegisterHit) }),
  }),
  /** Makes an entry that has nothing but its name yet. A place becomes an area that somebody drew. */
  quickAdd: command({
    input: z.strictObject({ kind: PickedKind, name: Name }),
    output: z.strictObject({ id: z.uuid() }),
    touches: ['organisations', 'places'],
    undo: 'registers.quickAdd.undo',
  }),
  /** Everything about one entry, with what it belongs to, what belongs to it and where it is used. */
  get: query({ input: Entry, output: RegisterRecord }),
  /** All organisations with what they are part of, for the tree; by name. */
  tree: query({ input: Nothing, output: z.strictObject({ nodes: z.array(OrganisationNode) }) }),
  /** Changes what an entry says; only what is named changes. */
  change: command({
    input: EntryChange,
    output: Nothing,
    errors: ['HIERARCHY_LOOP'],
    touches: ['organisations'],
    undo: 'registers.change.undo',
  }),
  /** Makes or changes something that belongs to an entry: a role, a pause, an operator. */
  savePart: command({
    input: RegisterPart,
    output: z.strictObject({ id: z.uuid() }),
    errors: ['HIERARCHY_LOOP'],
    touches: ['organisations'],
    undo: 'registers.savePart.undo',
  }),
  removePart: command({
    input: z.strictObject({ part: PartKind, id: z.uuid() }),
    output: Nothing,
    touches: ['organisations'],
    undo: 'registers.removePart.undo',
  }),
  /** Takes an entry away with what belongs to it. One that is used elsewhere stays. */
  remove: command({
    input: Entry,
    output: Nothing,
    errors: ['REGISTER_IN_USE'],
    touches: ['organisations'],
    undo: 'registers.remove.undo',
  }),
  /** Ends an entry on a day: a body or a service, a person's open roles, an organisation by a pause without an end. */
  retire: command({
    input: Entry.extend({ on: IsoDay, reason: z.string().max(300).nullable() }),
    output: Nothing,
    touches: ['organisations'],
    undo: 'registers.retire.undo',
  }),
  /** Two entries are one: everything that points at `goneId` points at `keepId`, what the kept one lacks is taken over, the other goes. */
  join: command({
    input: z.strictObject({ kind: EntryKind, keepId: z.uuid(), goneId: z.uuid() }).refine(({ keepId, goneId }) => keepId !== goneId),
    output: Nothing,
    errors: ['HIERARCHY_LOOP'],
    touches: ['organisations', 'meetings', 'actions', 'projects', 'findings', 'interviews', 'analysis'],
    undo: 'registers.join.undo',
  }),
};
