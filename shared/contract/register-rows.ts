import { z } from 'zod';
import { LocalisedText } from '../model/text.ts';
import { Counted } from '../model/vague.ts';

/** An entry as it is picked. `detail` tells namesakes apart: code and years, role and organisation on the day, or where it is. */
export const RegisterHit = z.strictObject({ id: z.uuid(), name: z.string(), detail: z.string() });
export type RegisterHit = z.infer<typeof RegisterHit>;

const Years = { validFrom: z.string().nullable(), validTo: z.string().nullable() };

/** A place on the other side of a merger, a split, a new number or a moved boundary. */
export const PlaceLink = z.strictObject({
  placeId: z.uuid(),
  name: z.string(),
  code: z.string().nullable(),
  ...Years,
  changedOn: z.string(),
  kind: z.enum(['merge', 'split', 'renumber', 'boundary']),
  extent: z.enum(['whole', 'part']),
  note: z.string().nullable(),
});
export type PlaceLink = z.infer<typeof PlaceLink>;

/** A place is its code with its years; several may carry one name. `validTo` is the first day it is no longer. */
export const PlaceRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['country', 'county', 'municipality', 'district', 'locality', 'area']),
  countryCode: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  ...Years,
  parent: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  /** Places a drawn area holds. */
  holds: z.array(z.strictObject({ name: z.string(), code: z.string().nullable() })),
  before: z.array(PlaceLink),
  after: z.array(PlaceLink),
});
export type PlaceRow = z.infer<typeof PlaceRow>;

export const OrganisationRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum([
    'centre',
    'municipality',
    'unit',
    'welfare-office',
    'hospital',
    'treatment-centre',
    'user-organisation',
    'relatives-organisation',
    'local-branch',
    'network',
    'council',
    'region',
    'other',
  ]),
  name: z.string(),
  parent: z.string().nullable(),
  place: z.string().nullable(),
  areas: z.array(z.string()),
  contact: z.string().nullable(),
  note: z.string().nullable(),
  pauses: z.array(z.strictObject({ from: z.string(), to: z.string().nullable(), reason: z.string().nullable() })),
  offerings: z.array(z.string()),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

/** People in public roles; never service users as such. */
export const PersonRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  contact: z.string().nullable(),
  contactRoute: z.enum(['direct', 'coordinator']),
  note: z.string().nullable(),
  roles: z.array(
    z.strictObject({
      role: z.string(),
      title: z.string().nullable(),
      where: z.string().nullable(),
      ...Years,
      periodAsSaid: z.string().nullable(),
      recruitedBy: z.string().nullable(),
      isFirstTime: z.boolean(),
    }),
  ),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const BodyRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['user-council', 'user-panel', 'network', 'statutory-council', 'reference-group']),
  name: z.string(),
  isStanding: z.boolean(),
  remit: z.string().nullable(),
  place: z.string().nullable(),
  organisation: z.string().nullable(),
  ...Years,
  periodAsSaid: z.string().nullable(),
  workingOrder: z.string().nullable(),
  notRepresented: z.string().nullable(),
  members: z.int(),
  firstTimeMembers: z.int(),
});
export type BodyRow = z.infer<typeof BodyRow>;

export const ServiceRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['treatment', 'housing', 'day-centre', 'drop-in', 'work', 'programme', 'other']),
  name: z.string(),
  place: z.string().nullable(),
  targetGroup: z.string().nullable(),
  eligibility: z.string().nullable(),
  opening: z.string().nullable(),
  recipients: Counted.nullable(),
  recipientsAsSaid: z.string().nullable(),
  origin: z.string().nullable(),
  ...Years,
  periodAsSaid: z.string().nullable(),
  /** Who has run it, in order of time: the service keeps its identity through them. */
  operators: z.array(z.strictObject({ name: z.string(), ...Years })),
  funding: z.array(z.strictObject({ source: z.string(), kind: z.enum(['budget', 'grant', 'one-off', 'project']), ...Years })),
  links: z.array(
    z.strictObject({ name: z.string(), kind: z.enum(['refers-to', 'cooperates-with', 'replaces']), note: z.string().nullable() }),
  ),
});
export type ServiceRow = z.infer<typeof ServiceRow>;

export const SurveyRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  owner: z.string().nullable(),
  everyMonths: z.int().nullable(),
  latestYear: z.int().nullable(),
  headline: z.string().nullable(),
  hasEnoughAnswers: z.boolean().nullable(),
});
export type SurveyRow = z.infer<typeof SurveyRow>;

export const GuidelineRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  reference: z.string().nullable(),
  issuedBy: z.string().nullable(),
  note: z.string().nullable(),
  projects: z.array(z.string()),
});
export type GuidelineRow = z.infer<typeof GuidelineRow>;

export const BankQuestionRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['question', 'meta', 'problem', 'meeting']),
  wording: LocalisedText,
  source: z.string().nullable(),
  licence: z.string().nullable(),
  /** Questionnaire versions and question sheets that use it. */
  uses: z.int(),
});
export type BankQuestionRow = z.infer<typeof BankQuestionRow>;

const Total = { total: z.int() };

export const RegisterPage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('places'), rows: z.array(PlaceRow), ...Total }),
  z.strictObject({ kind: z.literal('organisations'), rows: z.array(OrganisationRow), ...Total }),
  z.strictObject({ kind: z.literal('people'), rows: z.array(PersonRow), ...Total }),
  z.strictObject({ kind: z.literal('bodies'), rows: z.array(BodyRow), ...Total }),
  z.strictObject({ kind: z.literal('services'), rows: z.array(ServiceRow), ...Total }),
  z.strictObject({ kind: z.literal('surveys'), rows: z.array(SurveyRow), ...Total }),
  z.strictObject({ kind: z.literal('guidelines'), rows: z.array(GuidelineRow), ...Total }),
  z.strictObject({ kind: z.literal('questions'), rows: z.array(BankQuestionRow), ...Total }),
]);
export type RegisterPage = z.infer<typeof RegisterPage>;
