import { z } from 'zod';
import { Language, LocalisedText } from '../../shared/model/text.ts';

/** Shapes of the readable sources about the survey: questionnaires, tendencies, answers, themes. */

export const Option = z.strictObject({
  code: z.int(),
  label: LocalisedText,
  isExclusive: z.boolean().optional(),
  asksWhat: z.boolean().optional(),
});

/** Reasons for a missing answer by their keys in entry: vet ikke, privat, ikke aktuelt, uleselig, hoppet over. */
export const reasonNames = { V: 'dont-know', P: 'prefer-not-to-say', A: 'not-applicable', U: 'illegible', H: 'skipped' } as const;
const ReasonKey = z.enum(['V', 'P', 'A', 'U', 'H']);
export type ReasonKey = z.infer<typeof ReasonKey>;

export const SourceQuestion = z.strictObject({
  number: z.string(),
  variable: z.string(),
  type: z.enum(['consent', 'one', 'several', 'scale', 'scale-0-10', 'number', 'rank', 'yes-no', 'open']),
  wording: LocalisedText,
  lead: LocalisedText.optional(),
  instruction: LocalisedText.optional(),
  unit: LocalisedText.optional(),
  scale: z.string().optional(),
  options: z.array(Option).optional(),
  reasons: z.array(ReasonKey),
  relevant: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  rankCount: z.int().optional(),
  isRequired: z.boolean().optional(),
  isBackground: z.boolean().optional(),
  isIdentifier: z.boolean().optional(),
  checks: z.array(z.strictObject({ severity: z.enum(['hard', 'soft']), expression: z.string(), message: LocalisedText })).optional(),
});
export type SourceQuestion = z.infer<typeof SourceQuestion>;

export const SourceQuestionnaire = z.strictObject({
  key: z.string(),
  project: z.string(),
  name: z.string(),
  languages: z.string(),
  takenIntoUseAt: z.string(),
  scales: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      direction: z.enum(['rising', 'falling', 'none']),
      neutralCode: z.int(),
      options: z.array(Option),
    }),
  ),
  sections: z.array(z.strictObject({ title: LocalisedText, questions: z.array(SourceQuestion) })),
});
export type SourceQuestionnaire = z.infer<typeof SourceQuestionnaire>;

const byGroup = z.record(z.string(), z.array(z.number()));

/** How a variable's answers lean; see resources/sample/README.md. */
export const Tendency = z.strictObject({
  shares: byGroup.optional(),
  values: byGroup.optional(),
  chances: byGroup.optional(),
  weights: byGroup.optional(),
  noneOf: z.int().optional(),
  pull: z.number().min(-1).max(1).optional(),
  missing: z.partialRecord(ReasonKey, z.number()).optional(),
});
export type Tendency = z.infer<typeof Tendency>;

export const Mode = z.enum(['face-to-face', 'phone', 'video', 'paper']);
export const SourceSurvey = z.strictObject({
  codes: z.string(),
  serviceQuestion: z.string(),
  waves: z.record(z.string(), z.record(z.string(), z.int())),
  modes: z.partialRecord(Mode, z.number()),
  unfinished: z.array(
    z.strictObject({ wave: z.string(), service: z.string(), status: z.enum(['partial', 'started']), stopsAt: z.string() }),
  ),
  notTakingPart: z.record(z.string(), z.record(z.string(), z.int())),
  specify: z.array(z.string()),
  variables: z.record(z.string(), Tendency),
});
export type SourceSurvey = z.infer<typeof SourceSurvey>;
export const SourceTendencies = z.record(z.string(), SourceSurvey);

/** An open answer as it was said. `fits` names closed answers that the speaker must have given. */
export const SourceAnswer = z.strictObject({
  id: z.string(),
  service: z.enum(['P', 'R', 'Ä']),
  question: z.string(),
  text: z.string(),
  themes: z.array(z.string()),
  hasCues: z.boolean().optional(),
  fits: z.record(z.string(), z.int()).optional(),
});
export type SourceAnswer = z.infer<typeof SourceAnswer>;

export const SourceRemark = z.strictObject({
  kind: z.enum(['remark', 'note']),
  service: z.enum(['P', 'R']),
  question: z.string().optional(),
  text: z.string(),
  themes: z.array(z.string()),
});
export type SourceRemark = z.infer<typeof SourceRemark>;

const terms = z.array(z.string()).min(1);
export const SourceThemes = z.strictObject({
  themes: z.array(
    z.strictObject({
      number: z.string(),
      parent: z.string().nullable(),
      terms: z.strictObject({ nb: terms, sv: terms, en: terms }),
      definition: LocalisedText,
      inclusion: LocalisedText.optional(),
      exclusion: LocalisedText.optional(),
      examples: z.array(z.strictObject({ language: Language, text: z.string() })).optional(),
    }),
  ),
  /** Earlier codebooks: today's without some themes, and with others as they were then. */
  versions: z.array(
    z.strictObject({
      name: z.string(),
      note: z.string().nullable(),
      madeBy: z.string(),
      madeAt: z.string(),
      without: z.array(z.string()),
      before: z.array(
        z.strictObject({
          theme: z.string(),
          parent: z.string().optional(),
          terms: LocalisedText.optional(),
          synonyms: z.array(z.never()).optional(),
          definition: LocalisedText.optional(),
          inclusion: LocalisedText.optional(),
          exclusion: LocalisedText.optional(),
          examples: z.array(z.never()).optional(),
        }),
      ),
    }),
  ),
  differences: z.array(z.strictObject({ theme: z.string(), other: z.string(), note: z.string() })),
  notes: z.array(z.strictObject({ theme: z.string(), text: z.string() })),
  quickThemes: z.record(z.string(), z.array(z.string()).max(9)),
});
