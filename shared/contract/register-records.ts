import { z } from 'zod';
import { Language, Name } from '../model/text.ts';
import { IsoDay, Precision } from '../model/vague.ts';
import { BodyRow, OrganisationRow, PersonRow, RegisterHit, ServiceRow } from './register-rows.ts';

const Line = z.string().max(300).nullable();
const Words = z.string().max(4000).nullable();

/** A day, a month or a year: "2021", "2021-03", "2021-03-15". */
export const ReducedDay = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u);

/** From when to when something was so. `to` is the first day it no longer was. `asSaid` is how it was put, where years do not say it. */
export const Span = z.strictObject({ asSaid: Line, from: ReducedDay.nullable(), to: ReducedDay.nullable() });
export type Span = z.infer<typeof Span>;

/** What an organisation says about itself. */
export const OrganisationFields = z.strictObject({
  kind: OrganisationRow.shape.kind,
  name: Name,
  parentId: z.uuid().nullable(),
  placeId: z.uuid().nullable(),
  email: Line,
  phone: Line,
  contact: Words,
  note: Words,
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

/** Contact data may go to others only while consent is given and not withdrawn. */
export const PersonFields = z.strictObject({
  name: Name,
  email: Line,
  phone: Line,
  contact: Words,
  language: Language.nullable(),
  contactRoute: PersonRow.shape.contactRoute,
  contactConsentedOn: IsoDay.nullable(),
  contactWithdrawnOn: IsoDay.nullable(),
  note: Words,
});
export type PersonFields = z.infer<typeof PersonFields>;

export const BodyFields = z.strictObject({
  kind: BodyRow.shape.kind,
  name: Name,
  isStanding: z.boolean(),
  remit: Words,
  placeId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
  span: Span,
  workingOrder: Words,
  notRepresented: Words,
});
export type BodyFields = z.infer<typeof BodyFields>;

/** How many a service is for, with how sure that is, the words it was said in and why an inferred number is believed. */
export const Recipients = z.strictObject({
  count: z.int().nonnegative().nullable(),
  precision: Precision.nullable(),
  asSaid: Line,
});
export type Recipients = z.infer<typeof Recipients>;

export const ServiceFields = z.strictObject({
  kind: ServiceRow.shape.kind,
  name: Name,
  placeId: z.uuid().nullable(),
  targetGroup: Words,
  eligibility: Words,
  opening: Words,
  recipients: Recipients,
  recipientsReason: Words,
  origin: Words,
  span: Span,
  note: Words,
});
export type ServiceFields = z.infer<typeof ServiceFields>;

/** What a person was, where and when. */
export const RoleRecord = z.strictObject({
  id: z.uuid(),
  person: RegisterHit,
  organisation: RegisterHit.nullable(),
  body: RegisterHit.nullable(),
  role: z.string(),
  title: z.string().nullable(),
  span: Span,
  recruitedBy: z.string().nullable(),
  isFirstTime: z.boolean(),
});
export type RoleRecord = z.infer<typeof RoleRecord>;

export const UseKind = z.enum([
  'meeting',
  'action',
  'project',
  'finding',
  'observation',
  'organisation',
  'person',
  'body',
  'service',
  'interviews',
  'other',
]);
export type UseKind = z.infer<typeof UseKind>;

/** Somewhere an entry is used. `id` leads there; `interviews` and `other` are counts. */
export const RegisterUse = z.strictObject({
  kind: UseKind,
  id: z.uuid().nullable(),
  projectId: z.uuid().nullable(),
  name: z.string(),
  /** ISO day, where the use has one. */
  on: z.string().nullable(),
  count: z.int(),
});
export type RegisterUse = z.infer<typeof RegisterUse>;

/** What every entry has beside its own fields: where it is used, and others of exactly the same name. */
const Common = {
  id: z.uuid(),
  uses: z.array(RegisterUse),
  namesakes: z.array(RegisterHit),
};

const Funding = z.strictObject({
  id: z.uuid(),
  source: z.string(),
  kind: ServiceRow.shape.funding.element.shape.kind,
  amount: z.int().nullable(),
  span: Span,
});
const LinkKind = ServiceRow.shape.links.element.shape.kind;
const ServiceLink = z.strictObject({ id: z.uuid(), service: RegisterHit, kind: LinkKind, note: z.string().nullable() });

export const OrganisationRecord = z.strictObject({
  kind: z.literal('organisations'),
  ...Common,
  fields: OrganisationFields,
  parent: RegisterHit.nullable(),
  place: RegisterHit.nullable(),
  branches: z.array(RegisterHit),
  areas: z.array(z.strictObject({ id: z.uuid(), place: RegisterHit })),
  pauses: z.array(z.strictObject({ id: z.uuid(), span: Span, reason: z.string().nullable() })),
  roles: z.array(RoleRecord),
  operates: z.array(z.strictObject({ id: z.uuid(), service: RegisterHit, span: Span })),
  offerings: z.array(z.string()),
});
export type OrganisationRecord = z.infer<typeof OrganisationRecord>;

export const PersonRecord = z.strictObject({
  kind: z.literal('people'),
  ...Common,
  fields: PersonFields,
  roles: z.array(RoleRecord),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

export const BodyRecord = z.strictObject({
  kind: z.literal('bodies'),
  ...Common,
  fields: BodyFields,
  place: RegisterHit.nullable(),
  organisation: RegisterHit.nullable(),
  members: z.array(RoleRecord),
  /** Projects that have ended while it goes on. */
  outlives: z.array(z.strictObject({ id: z.uuid(), name: z.string(), endedOn: z.string() })),
});
export type BodyRecord = z.infer<typeof BodyRecord>;

export const ServiceRecord = z.strictObject({
  kind: z.literal('services'),
  ...Common,
  fields: ServiceFields,
  place: RegisterHit.nullable(),
  operators: z.array(z.strictObject({ id: z.uuid(), organisation: RegisterHit, span: Span })),
  funding: z.array(Funding),
  links: z.array(ServiceLink),
  /** Links that other services have to this one. */
  linkedFrom: z.array(ServiceLink),
});
export type ServiceRecord = z.infer<typeof ServiceRecord>;

export const RegisterRecord = z.discriminatedUnion('kind', [OrganisationRecord, PersonRecord, BodyRecord, ServiceRecord]);
export type RegisterRecord = z.infer<typeof RegisterRecord>;

/** The fields of an entry; only what is named changes. */
export const EntryChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisations'), id: z.uuid(), fields: OrganisationFields.partial() }),
  z.strictObject({ kind: z.literal('people'), id: z.uuid(), fields: PersonFields.partial() }),
  z.strictObject({ kind: z.literal('bodies'), id: z.uuid(), fields: BodyFields.partial() }),
  z.strictObject({ kind: z.literal('services'), id: z.uuid(), fields: ServiceFields.partial() }),
]);
export type EntryChange = z.infer<typeof EntryChange>;

/** A null id makes a new one. */
const partId = { id: z.uuid().nullable() };

/** A dated thing that belongs to an entry. */
export const RegisterPart = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('area'), ...partId, organisationId: z.uuid(), placeId: z.uuid() }),
  z.strictObject({
    part: z.literal('pause'),
    ...partId,
    organisationId: z.uuid(),
    from: ReducedDay,
    to: ReducedDay.nullable(),
    reason: Line,
  }),
  z.strictObject({
    part: z.literal('role'),
    ...partId,
    personId: z.uuid(),
    organisationId: z.uuid().nullable(),
    bodyId: z.uuid().nullable(),
    role: Name,
    title: Line,
    span: Span,
    recruitedBy: Line,
    isFirstTime: z.boolean(),
  }),
  z.strictObject({ part: z.literal('operator'), ...partId, serviceId: z.uuid(), organisationId: z.uuid(), span: Span }),
  z.strictObject({
    part: z.literal('funding'),
    ...partId,
    serviceId: z.uuid(),
    source: Name,
    kind: Funding.shape.kind,
    amount: z.int().nonnegative().nullable(),
    span: Span,
  }),
  z.strictObject({ part: z.literal('link'), ...partId, serviceId: z.uuid(), toServiceId: z.uuid(), kind: LinkKind, note: Line }),
]);
export type RegisterPart = z.infer<typeof RegisterPart>;

export const PartKind = z.enum(['area', 'pause', 'role', 'operator', 'funding', 'link']);
export type PartKind = z.infer<typeof PartKind>;
