import { z } from 'zod';
import { ProjectId, ReportId } from '../model/ids.ts';
import { Language, Name, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { command, query } from './kit.ts';
import { ProjectStatus } from './projects.ts';
import { ReportKind } from './reports-terms.ts';

/** Records beside the registers: what was written, what is referred to, who works together, what is offered, posts, planned audits. */
export const RecordKind = z.enum(['reports', 'guidelines', 'partnerships', 'offerings', 'peer-posts', 'audits']);
export type RecordKind = z.infer<typeof RecordKind>;

const Line = StoredText.transform((text) => text.trim())
  .pipe(z.string().max(500))
  .nullable();
const Words = StoredText.pipe(z.string().max(20_000)).nullable();
const Year = z.int().min(1900).max(2200).nullable();

/** A report or a news text as a record: what, whose, about which place, when, where it lies. */
export const ReportFields = z.strictObject({
  projectId: ProjectId,
  kind: ReportKind,
  title: Name,
  language: Language,
  /** Who signs it ("Tekst: …"). */
  byline: Line,
  authors: Line,
  /** The year it is of, which may be another than the one it was published in. */
  year: Year,
  placeId: z.uuid().nullable(),
  link: Line,
  body: Words,
  publishedOn: IsoDay.nullable(),
  updatedOn: IsoDay.nullable(),
});
export type ReportFields = z.infer<typeof ReportFields>;

export const GuidelineFields = z.strictObject({ title: Name, reference: Line, issuedBy: Line, note: Words });
export type GuidelineFields = z.infer<typeof GuidelineFields>;

export const PartnershipFields = z.strictObject({ name: Name, purpose: Words, funding: Line });
export type PartnershipFields = z.infer<typeof PartnershipFields>;

export const OfferingFields = z.strictObject({ organisationId: z.uuid(), name: Name, description: Words });
export type OfferingFields = z.infer<typeof OfferingFields>;

export const PeerPostStatus = z.enum(['wanted', 'advertised', 'filled', 'ended']);
export type PeerPostStatus = z.infer<typeof PeerPostStatus>;

/** A post for somebody with lived experience. `statusOn` is the day the status became so. */
export const PeerPostFields = z.strictObject({
  organisationId: z.uuid().nullable(),
  serviceId: z.uuid().nullable(),
  status: PeerPostStatus,
  competence: Words,
  financedBy: Line,
  statusOn: IsoDay.nullable(),
});
export type PeerPostFields = z.infer<typeof PeerPostFields>;

/** A record of a register that is pointed to, with what tells it from its namesakes. */
export const Pointed = z.strictObject({ id: z.uuid(), name: z.string(), detail: z.string() });
export type Pointed = z.infer<typeof Pointed>;

const RecipientFields = z.strictObject({
  recipient: Name,
  organisationId: z.uuid().nullable(),
  sentOn: IsoDay.nullable(),
  isAskedToSpread: z.boolean(),
});
/** Who a report or news text has gone to, and whether they are asked to spread it. */
export const Recipient = RecipientFields.extend({ id: z.uuid() });
export type Recipient = z.infer<typeof Recipient>;

export const ReportRecord = ReportFields.extend({
  id: ReportId,
  project: z.string(),
  place: Pointed.nullable(),
  recipients: z.array(Recipient),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

/** A project that refers to a guideline, and the point of it. */
export const GuidelineUse = z.strictObject({ id: z.uuid(), projectId: ProjectId, project: z.string(), point: z.string().nullable() });
export type GuidelineUse = z.infer<typeof GuidelineUse>;

export const GuidelineRecord = GuidelineFields.extend({ id: z.uuid(), uses: z.array(GuidelineUse) });
export type GuidelineRecord = z.infer<typeof GuidelineRecord>;

const NamedProject = z.strictObject({ id: ProjectId, name: z.string() });
export const PartnershipRecord = PartnershipFields.extend({ id: z.uuid(), projects: z.array(NamedProject) });
export type PartnershipRecord = z.infer<typeof PartnershipRecord>;

export const OfferingRecord = OfferingFields.extend({ id: z.uuid(), organisation: Pointed });
export type OfferingRecord = z.infer<typeof OfferingRecord>;

export const PeerPostRecord = PeerPostFields.extend({ id: z.uuid(), organisation: Pointed.nullable(), service: Pointed.nullable() });
export type PeerPostRecord = z.infer<typeof PeerPostRecord>;

/** A user audit is a project; here stand those, with their topic, when they are planned and how far they have come. */
export const AuditRecord = z.strictObject({
  id: ProjectId,
  name: z.string(),
  status: ProjectStatus,
  /** The project's main purpose. */
  topic: z.string().nullable(),
  partner: Pointed.nullable(),
  startsOn: z.string().nullable(),
  services: z.array(z.string()),
});
export type AuditRecord = z.infer<typeof AuditRecord>;

/** All records of one kind, at most 500. */
export const RecordPage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reports'), rows: z.array(ReportRecord) }),
  z.strictObject({ kind: z.literal('guidelines'), rows: z.array(GuidelineRecord) }),
  z.strictObject({ kind: z.literal('partnerships'), rows: z.array(PartnershipRecord) }),
  z.strictObject({ kind: z.literal('offerings'), rows: z.array(OfferingRecord) }),
  z.strictObject({ kind: z.literal('peer-posts'), rows: z.array(PeerPostRecord) }),
  z.strictObject({ kind: z.literal('audits'), rows: z.array(AuditRecord) }),
]);
export type RecordPage = z.infer<typeof RecordPage>;

/** What a new record must say to exist. An audit is made as a project. */
export const NewRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reports'),
    projectId: ProjectId,
    title: Name,
    language: Language,
    reportKind: ReportKind,
  }),
  z.strictObject({ kind: z.literal('guidelines'), title: Name }),
  z.strictObject({ kind: z.literal('partnerships'), name: Name }),
  z.strictObject({ kind: z.literal('offerings'), organisationId: z.uuid(), name: Name }),
  z.strictObject({ kind: z.literal('peer-posts'), organisationId: z.uuid().nullable() }),
]);
export type NewRecord = z.infer<typeof NewRecord>;

/** What changes in a record; fields that are left out stay as they are. */
export const RecordChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reports'), id: z.uuid(), fields: ReportFields.partial() }),
  z.strictObject({ kind: z.literal('guidelines'), id: z.uuid(), fields: GuidelineFields.partial() }),
  z.strictObject({ kind: z.literal('partnerships'), id: z.uuid(), fields: PartnershipFields.partial() }),
  z.strictObject({ kind: z.literal('offerings'), id: z.uuid(), fields: OfferingFields.partial() }),
  z.strictObject({ kind: z.literal('peer-posts'), id: z.uuid(), fields: PeerPostFields.partial() }),
]);
export type RecordChange = z.infer<typeof RecordChange>;

const Id = z.strictObject({ id: z.uuid() });
const Nothing = z.strictObject({});
const touches = ['reports', 'projects', 'organisations'] as const;

export const records = {
  /** With a project: its reports alone. Reports newest first, the others by name. */
  list: query({ input: z.strictObject({ kind: RecordKind, projectId: ProjectId.optional() }), output: RecordPage }),
  add: command({ input: NewRecord, output: Id, touches: [...touches], undo: 'records.add.undo' }),
  /** Changing one field several times in a row is one deed. */
  change: command({ input: RecordChange, output: Nothing, touches: [...touches], undo: 'records.change.undo' }),
  /** What a record alone holds goes with it: recipients and parts of a report, a guideline's ties. Projects leave their partnership. */
  remove: command({
    input: z.strictObject({ kind: RecordKind.exclude(['audits']), id: z.uuid() }),
    output: Nothing,
    touches: [...touches],
    undo: 'records.remove.undo',
  }),
  /** Adds or changes one recipient of a report; a null id makes a new one. */
  saveRecipient: command({
    input: RecipientFields.extend({ id: z.uuid().nullable(), reportId: ReportId }),
    output: Id,
    touches: ['reports'],
    undo: 'records.saveRecipient.undo',
  }),
  removeRecipient: command({ input: Id, output: Nothing, touches: ['reports'], undo: 'records.removeRecipient.undo' }),
  /** Ties a guideline to a project, with the point that is meant; a null id makes a new tie. */
  saveGuidelineUse: command({
    input: z.strictObject({ id: z.uuid().nullable(), guidelineId: z.uuid(), projectId: ProjectId, point: Line }),
    output: Id,
    touches: ['projects', 'organisations'],
    undo: 'records.saveGuidelineUse.undo',
  }),
  removeGuidelineUse: command({
    input: Id,
    output: Nothing,
    touches: ['projects', 'organisations'],
    undo: 'records.removeGuidelineUse.undo',
  }),
  /** Puts a project into a partnership, or (null) out of the one it is in. */
  setPartnership: command({
    input: z.strictObject({ projectId: ProjectId, partnershipId: z.uuid().nullable() }),
    output: Nothing,
    touches: ['projects'],
    undo: 'records.setPartnership.undo',
  }),
};
