import { z } from 'zod';
import { ProjectId, QuestionId, QuestionnaireId, VersionId } from '../model/ids.ts';
import { Comparability, QuestionnaireVersion, VersionStatus } from '../model/questionnaire.ts';
import { OptionSpec, QuestionSpec, ScaleDirection } from '../model/questionnaire-spec.ts';
import { Language, LocalisedText, Name } from '../model/text.ts';
import { command, query } from './kit.ts';

export const VersionSummary = z.strictObject({
  id: VersionId,
  number: z.int(),
  status: VersionStatus,
  languages: z.array(Language),
  takenIntoUseAt: z.string().nullable(),
  questionCount: z.int(),
  interviewCount: z.int(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const QuestionnaireSummary = z.strictObject({ id: QuestionnaireId, name: z.string(), versions: z.array(VersionSummary) });
export type QuestionnaireSummary = z.infer<typeof QuestionnaireSummary>;

/** A reusable set of answers, with how many questions of the workspace use it. */
export const ScaleSummary = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  direction: ScaleDirection,
  neutralCode: z.int().nullable(),
  options: z.array(OptionSpec),
  questionCount: z.int(),
  /** A version in use or with interviews asks it: then its codes stand, and a change makes a new scale. */
  isFrozen: z.boolean(),
});
export type ScaleSummary = z.infer<typeof ScaleSummary>;

/** Which part of a question or section a problem is about. */
export const DesignField = z.enum([
  'name',
  'wording',
  'options',
  'scale',
  'relevant',
  'calculation',
  'optionFilter',
  'repeatCount',
  'defaultValue',
  'requiredWhen',
  'check',
  'range',
  'title',
  'label',
  'lead',
  'hint',
  'instruction',
  'unit',
  'checkMessage',
  'requiredMessage',
]);
export type DesignField = z.infer<typeof DesignField>;

/**
 * Something that is not right in a draft. `message` is a message id whose parameters are `params`; `at` is where in an expression,
 * in UTF-16 units from 0; `index` which of the checks or options. An error keeps the version from being taken into use.
 */
export const DesignProblem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  questionId: QuestionId.nullable(),
  sectionId: z.string().nullable(),
  field: DesignField,
  index: z.int().nullable(),
  language: Language.nullable(),
  at: z.int().nullable(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DesignProblem = z.infer<typeof DesignProblem>;

/** What has become of a question from one version to another. */
export const VersionDifference = z.strictObject({
  name: z.string(),
  number: z.string(),
  questionId: QuestionId.nullable(),
  previousId: QuestionId.nullable(),
  /** `dropped`: asked before and no more. */
  change: z.enum([...Comparability.options, 'dropped']),
  /** A person can say how they compare: the one version follows the other. */
  isDecidable: z.boolean(),
  /** Each thing that differs, before and after, in the language asked for; types, forms and kinds by their ids. */
  details: z.array(
    z.strictObject({
      what: z.enum([
        'wording',
        'lead',
        'hint',
        'option',
        'exclusive',
        'type',
        'scale',
        'range',
        'rankCount',
        'dateForm',
        'registerKind',
        'calculation',
        'routing',
        'unit',
      ]),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
export type VersionDifference = z.infer<typeof VersionDifference>;

/** Changes of a question: only what is named changes. Options and checks are replaced as a whole. */
export const QuestionChanges = QuestionSpec.omit({ parent: true, scale: true, extras: true })
  .extend({ scaleId: z.uuid().nullable() })
  .partial();
export type QuestionChanges = z.infer<typeof QuestionChanges>;

const touches = ['questionnaires', 'interviews'] as const;
const frozen = ['VERSION_IN_USE'] as const;
const OnVersion = { versionId: VersionId };
const OnQuestion = { questionId: QuestionId };
const Nothing = z.strictObject({});

export const questionnaires = {
  /** The project's questionnaires by name, each with its versions, newest first. */
  list: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({ questionnaires: z.array(QuestionnaireSummary) }),
  }),
  /** One version with sections, questions and options resolved from the question or its scale. */
  version: query({ input: z.strictObject(OnVersion), output: QuestionnaireVersion }),
  /** What is not right in a version, in the order of its questions. */
  problems: query({ input: z.strictObject(OnVersion), output: z.strictObject({ problems: z.array(DesignProblem) }) }),
  /** Question by question what changed between two versions of a questionnaire, in the order of the later one, dropped ones last. */
  compare: query({
    input: z.strictObject({ fromId: VersionId, toId: VersionId, language: Language }),
    output: z.strictObject({ differences: z.array(VersionDifference) }),
  }),
  /** Every scale of the workspace that the project can use, those it uses first. */
  scales: query({ input: z.strictObject({ projectId: ProjectId }), output: z.strictObject({ scales: z.array(ScaleSummary) }) }),

  /** A new questionnaire with version 1 as a draft and one empty section. */
  create: command({
    input: z.strictObject({ projectId: ProjectId, name: Name, languages: z.array(Language).min(1) }),
    output: z.strictObject({ questionnaireId: QuestionnaireId, versionId: VersionId, sectionId: z.uuid() }),
    errors: ['NAME_TAKEN'],
    touches: [...touches],
    undo: 'questionnaires.create.undo',
  }),
  rename: command({
    input: z.strictObject({ questionnaireId: QuestionnaireId, name: Name }),
    output: Nothing,
    errors: ['NAME_TAKEN'],
    touches: [...touches],
    undo: 'questionnaires.rename.undo',
  }),
  setLanguages: command({
    input: z.strictObject({ ...OnVersion, languages: z.array(Language).min(1) }),
    output: Nothing,
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.setLanguages.undo',
  }),

  addSection: command({
    input: z.strictObject({ ...OnVersion, title: LocalisedText, afterId: z.uuid().nullable() }),
    output: z.strictObject({ sectionId: z.uuid() }),
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.addSection.undo',
  }),
  changeSection: command({
    input: z.strictObject({ sectionId: z.uuid(), title: LocalisedText.optional(), relevant: z.string().max(20_000).nullable().optional() }),
    output: Nothing,
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.changeSection.undo',
  }),
  /** Puts a section after another, or first. */
  moveSection: command({
    input: z.strictObject({ sectionId: z.uuid(), afterId: z.uuid().nullable() }),
    output: Nothing,
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.moveSection.undo',
  }),
  /** Removes a section with its questions. The last section stays. */
  removeSection: command({
    input: z.strictObject({ sectionId: z.uuid() }),
    output: Nothing,
    errors: [...frozen, 'LAST_SECTION'],
    touches: [...touches],
    undo: 'questionnaires.removeSection.undo',
  }),

  /** A question below another (or first in the section), named after its wording where no name is given. */
  addQuestion: command({
    input: z.strictObject({
      sectionId: z.uuid(),
      afterId: QuestionId.nullable(),
      parentId: QuestionId.nullable(),
      question: QuestionChanges.required({ type: true, wording: true }),
    }),
    output: z.strictObject({ questionId: QuestionId }),
    errors: [...frozen, 'NAME_TAKEN'],
    touches: [...touches],
    undo: 'questionnaires.addQuestion.undo',
  }),
  changeQuestion: command({
    input: z.strictObject({ ...OnQuestion, changes: QuestionChanges }),
    output: Nothing,
    errors: [...frozen, 'NAME_TAKEN'],
    touches: [...touches],
    undo: 'questionnaires.changeQuestion.undo',
  }),
  /** Questions one below the other, the first below another (or first in the section): one step of undo. */
  addQuestions: command({
    input: z.strictObject({
      sectionId: z.uuid(),
      afterId: QuestionId.nullable(),
      parentId: QuestionId.nullable(),
      questions: z
        .array(QuestionChanges.required({ type: true, wording: true }))
        .min(1)
        .max(2000),
    }),
    output: z.strictObject({ questionIds: z.array(QuestionId) }),
    errors: [...frozen, 'NAME_TAKEN'],
    touches: [...touches],
    undo: 'questionnaires.addQuestions.undo',
  }),
  /** Moves a question (a repeat with all that is in it), also into another section, repeat or out of one. */
  moveQuestion: command({
    input: z.strictObject({ ...OnQuestion, sectionId: z.uuid(), afterId: QuestionId.nullable(), parentId: QuestionId.nullable() }),
    output: Nothing,
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.moveQuestion.undo',
  }),
  duplicateQuestion: command({
    input: z.strictObject(OnQuestion),
    output: z.strictObject({ questionId: QuestionId }),
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.duplicateQuestion.undo',
  }),
  removeQuestion: command({
    input: z.strictObject(OnQuestion),
    output: Nothing,
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.removeQuestion.undo',
  }),

  /** A scale of the project; also makes a scale out of a question's own options. */
  saveScale: command({
    input: z.strictObject({
      projectId: ProjectId,
      scaleId: z.uuid().nullable(),
      name: Name,
      direction: ScaleDirection,
      neutralCode: z.int().nullable(),
      options: z.array(OptionSpec).min(2).max(99),
    }),
    output: z.strictObject({ scaleId: z.uuid() }),
    errors: ['NAME_TAKEN', 'VERSION_IN_USE'],
    touches: [...touches],
    undo: 'questionnaires.saveScale.undo',
  }),

  /** Freezes a draft and uses it for new interviews; the version used until then is retired. */
  takeIntoUse: command({
    input: z.strictObject(OnVersion),
    output: Nothing,
    errors: [...frozen, 'DESIGN_PROBLEMS'],
    touches: [...touches],
    undo: 'questionnaires.takeIntoUse.undo',
  }),
  /** Makes a version in use without interviews a draft again. */
  reopen: command({
    input: z.strictObject(OnVersion),
    output: Nothing,
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.reopen.undo',
  }),
  /** A draft that begins as a copy of a version; there is at most one draft per questionnaire, and it is given when it exists. */
  newVersion: command({
    input: z.strictObject(OnVersion),
    output: z.strictObject({ versionId: VersionId }),
    touches: [...touches],
    undo: 'questionnaires.newVersion.undo',
  }),
  /** A questionnaire with version 1 as a draft, copied from a version, into this project or another. */
  copy: command({
    input: z.strictObject({ ...OnVersion, projectId: ProjectId, name: Name }),
    output: z.strictObject({ questionnaireId: QuestionnaireId, versionId: VersionId }),
    errors: ['NAME_TAKEN'],
    touches: [...touches],
    undo: 'questionnaires.copy.undo',
  }),
  /** Removes a version that no interview uses; with its last version goes the questionnaire. */
  removeVersion: command({
    input: z.strictObject(OnVersion),
    output: Nothing,
    errors: [...frozen],
    touches: [...touches],
    undo: 'questionnaires.removeVersion.undo',
  }),
  /**
   * What a person has decided about comparing a question with the version before, over what the program found. It stands until the
   * question is changed so that its answers lie further apart than they did then.
   */
  setComparability: command({
    input: z.strictObject({ ...OnQuestion, comparability: Comparability }),
    output: Nothing,
    touches: [...touches, 'analysis'],
    undo: 'questionnaires.setComparability.undo',
  }),
};
