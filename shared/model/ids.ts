import { z } from 'zod';

/** A UUID as the core makes them (version 7). Branded per kind, so that mixing two kinds does not compile. */
function id<B extends string>() {
  return z.uuid().brand<B>();
}

export const ProjectId = id<'ProjectId'>();
export type ProjectId = z.infer<typeof ProjectId>;
export const WaveId = id<'WaveId'>();
export type WaveId = z.infer<typeof WaveId>;
export const QuestionnaireId = id<'QuestionnaireId'>();
export type QuestionnaireId = z.infer<typeof QuestionnaireId>;
export const VersionId = id<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;
export const QuestionId = id<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;
export const VariableId = id<'VariableId'>();
export type VariableId = z.infer<typeof VariableId>;
export const RespondentId = id<'RespondentId'>();
export type RespondentId = z.infer<typeof RespondentId>;
export const InterviewId = id<'InterviewId'>();
export type InterviewId = z.infer<typeof InterviewId>;
export const TextId = id<'TextId'>();
export type TextId = z.infer<typeof TextId>;
export const ThemeId = id<'ThemeId'>();
export type ThemeId = z.infer<typeof ThemeId>;
export const CodingId = id<'CodingId'>();
export type CodingId = z.infer<typeof CodingId>;
export const MeetingId = id<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;
export const FindingId = id<'FindingId'>();
export type FindingId = z.infer<typeof FindingId>;
export const ActionId = id<'ActionId'>();
export type ActionId = z.infer<typeof ActionId>;
export const ReportId = id<'ReportId'>();
export type ReportId = z.infer<typeof ReportId>;
export const ActorId = id<'ActorId'>();
export type ActorId = z.infer<typeof ActorId>;

/** A blob ticket: 256 random bits in hex, good for one use. */
export const Ticket = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Ticket'>();
export type Ticket = z.infer<typeof Ticket>;
