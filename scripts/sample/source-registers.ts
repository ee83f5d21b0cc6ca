import { z } from 'zod';
import { LocalisedText } from '../../shared/model/text.ts';

/** Shapes of the readable sources about places, organisations, people, services and projects. */

const period = { from: z.string().optional(), until: z.string().optional() };
const counted = z.strictObject({ count: z.int(), precision: z.string() });

export const SourcePlaces = z.strictObject({
  places: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      country: z.string(),
      code: z.string().optional(),
      name: z.string(),
      parent: z.string().optional(),
      note: z.string().optional(),
      ...period,
    }),
  ),
  areas: z.array(z.strictObject({ area: z.string(), places: z.array(z.string()) })),
  changes: z.array(
    z.strictObject({ from: z.string(), to: z.string(), on: z.string(), kind: z.string(), extent: z.string(), note: z.string().optional() }),
  ),
});

export const SourceRegisters = z.strictObject({
  organisations: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      name: z.string(),
      parent: z.string().optional(),
      place: z.string(),
      areas: z.array(z.string()),
      contact: z.string().optional(),
      note: z.string().optional(),
      pauses: z.array(z.strictObject({ from: z.string(), until: z.string(), reason: z.string() })).optional(),
    }),
  ),
  people: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      contact: z.string().optional(),
      route: z.enum(['direct', 'coordinator']).optional(),
      roles: z.array(
        z.strictObject({
          organisation: z.string().optional(),
          body: z.string().optional(),
          role: z.string(),
          title: z.string().optional(),
          recruitedBy: z.string().optional(),
          isFirstTime: z.boolean().optional(),
          ...period,
        }),
      ),
    }),
  ),
  bodies: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      name: z.string(),
      isStanding: z.boolean(),
      remit: z.string().optional(),
      place: z.string().optional(),
      organisation: z.string().optional(),
      workingOrder: z.string().optional(),
      notRepresented: z.string().optional(),
      ...period,
    }),
  ),
  services: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      name: z.string(),
      place: z.string(),
      targetGroup: z.string().optional(),
      eligibility: z.string().optional(),
      opening: z.string().optional(),
      origin: z.string().optional(),
      recipients: counted.optional(),
      ...period,
      operators: z.array(z.strictObject({ organisation: z.string(), ...period })),
      funding: z.array(z.strictObject({ source: z.string(), kind: z.string(), amount: z.int().optional(), ...period })).optional(),
    }),
  ),
  serviceLinks: z.array(z.strictObject({ from: z.string(), to: z.string(), kind: z.string(), note: z.string().optional() })),
  peerPosts: z.array(
    z.strictObject({
      organisation: z.string(),
      service: z.string(),
      status: z.string(),
      competence: z.string(),
      financedBy: z.string().optional(),
      on: z.string(),
    }),
  ),
  offerings: z.array(z.strictObject({ organisation: z.string(), name: z.string(), description: z.string() })),
  guidelines: z.array(z.strictObject({ key: z.string(), title: z.string(), reference: z.string(), issuedBy: z.string() })),
  externalSurveys: z.array(
    z.strictObject({
      name: z.string(),
      owner: z.string(),
      everyMonths: z.int(),
      latestYear: z.int(),
      headline: z.string(),
      hasEnoughAnswers: z.boolean(),
    }),
  ),
  problems: z.array(
    z.strictObject({
      wording: z.string(),
      raisedBy: z.string(),
      raisedOn: z.string(),
      service: z.string().optional(),
      status: z.string(),
      answer: z.string().optional(),
    }),
  ),
  hearingMethods: z.array(
    z.strictObject({
      kind: z.string(),
      name: z.string(),
      period: z.string(),
      reached: counted,
      effort: z.string(),
      strengths: z.string(),
      weaknesses: z.string(),
    }),
  ),
});

const SourceWave = z.strictObject({ key: z.string(), name: z.string(), starts: z.string(), ends: z.string(), frame: counted });
export type SourceWave = z.infer<typeof SourceWave>;

export const SourceProject = z.strictObject({
  key: z.string(),
  kind: z.string(),
  name: z.string(),
  status: z.string(),
  language: z.string(),
  inPartnership: z.boolean(),
  idea: z.string(),
  mainPurpose: z.string(),
  intendedUse: z.string(),
  targetGroup: z.string(),
  method: z.string(),
  methodDeviation: z.string().optional(),
  anchoring: z.string().optional(),
  lead: z.string(),
  partner: z.string(),
  starts: z.string(),
  ends: z.string(),
  deleteOn: z.string(),
  services: z.array(z.string()),
  places: z.array(z.string()),
  bodies: z.array(z.strictObject({ body: z.string(), role: z.string() })),
  guidelines: z.array(z.strictObject({ guideline: z.string(), point: z.string().optional() })),
  products: z.array(z.strictObject({ name: z.string(), dueAsSaid: z.string(), dueSort: z.string(), deliveredOn: z.string().optional() })),
  waves: z.array(SourceWave),
  memos: z.array(z.string()),
});

export const SourceProjects = z.strictObject({
  actors: z.array(z.strictObject({ key: z.string(), name: z.string(), initials: z.string() })),
  partnership: z.strictObject({ name: z.string(), purpose: z.string(), funding: z.string() }),
  projects: z.array(SourceProject),
  bankQuestions: z.array(z.strictObject({ key: z.string(), kind: z.string(), wording: LocalisedText, forQuestion: z.string().optional() })),
});
