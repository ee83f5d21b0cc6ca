import { z } from 'zod';
import { ProjectId } from '../model/ids.ts';
import { Name } from '../model/text.ts';
import { Counted, IsoDay } from '../model/vague.ts';
import { command, query } from './kit.ts';

/** A survey that others run and that we refer to: whose it is, how often it comes, its headline, whether enough people answered. */
export const ExternalSurvey = z.strictObject({
  id: z.uuid(),
  name: Name,
  owner: z.string().max(200).nullable(),
  everyMonths: z.int().min(1).max(600).nullable(),
  latestYear: z.int().min(1900).max(2200).nullable(),
  headline: z.string().max(2000).nullable(),
  /** Whether enough people took part for the headline to mean anything; null when nobody has said. */
  hasEnoughAnswers: z.boolean().nullable(),
});
export type ExternalSurvey = z.infer<typeof ExternalSurvey>;

export const ProblemStatus = z.enum(['open', 'being-looked-at', 'answered', 'closed']);
export type ProblemStatus = z.infer<typeof ProblemStatus>;

/** An open problem as somebody put it: who raised it, what has come of it. */
export const ProblemStatement = z.strictObject({
  id: z.uuid(),
  projectId: ProjectId.nullable(),
  wording: z.string().min(1).max(4000),
  raisedBy: z.string().max(200).nullable(),
  raisedOn: IsoDay.nullable(),
  serviceId: z.uuid().nullable(),
  status: ProblemStatus,
  answer: z.string().max(4000).nullable(),
});
export type ProblemStatement = z.infer<typeof ProblemStatement>;

export const HearingKind = z.enum([
  'interview',
  'group-interview',
  'survey',
  'dialogue-meeting',
  'panel',
  'council',
  'audit',
  'study-circle',
  'observation',
  'other',
]);
export type HearingKind = z.infer<typeof HearingKind>;

/** One way in which users were heard, described so that ways can be held against each other. */
export const HearingMethod = z.strictObject({
  id: z.uuid(),
  projectId: ProjectId.nullable(),
  kind: HearingKind,
  name: Name,
  period: z.string().max(200).nullable(),
  /** How many people it reached, with how sure that is. */
  reached: Counted.nullable(),
  effort: z.string().max(2000).nullable(),
  strengths: z.string().max(2000).nullable(),
  weaknesses: z.string().max(2000).nullable(),
});
export type HearingMethod = z.infer<typeof HearingMethod>;

const Id = z.strictObject({ id: z.uuid() });
/** A null id makes a new one. Of one that is there only what is named changes: whoever writes in one cell does not say what the others hold. */
const saved = <T extends z.ZodRawShape>(shape: z.ZodObject<T>) =>
  z.union([shape.extend({ id: z.null() }), shape.partial().extend({ id: z.uuid() })]);
const Nothing = z.strictObject({});
const touches = ['projects'] as const;

export const listening = {
  /** All three registers; with a project, those of the project and those of none. */
  list: query({
    input: z.strictObject({ projectId: ProjectId.optional() }),
    output: z.strictObject({
      surveys: z.array(ExternalSurvey),
      problems: z.array(ProblemStatement),
      methods: z.array(HearingMethod),
      services: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    }),
  }),
  saveSurvey: command({ input: saved(ExternalSurvey), output: Id, touches: [...touches], undo: 'listening.saveSurvey.undo' }),
  removeSurvey: command({ input: Id, output: Nothing, touches: [...touches], undo: 'listening.removeSurvey.undo' }),
  saveProblem: command({ input: saved(ProblemStatement), output: Id, touches: [...touches], undo: 'listening.saveProblem.undo' }),
  removeProblem: command({ input: Id, output: Nothing, touches: [...touches], undo: 'listening.removeProblem.undo' }),
  saveMethod: command({ input: saved(HearingMethod), output: Id, touches: [...touches], undo: 'listening.saveMethod.undo' }),
  removeMethod: command({ input: Id, output: Nothing, touches: [...touches], undo: 'listening.removeMethod.undo' }),
};
