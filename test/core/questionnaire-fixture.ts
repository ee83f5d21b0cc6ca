import { expect } from 'vitest';
import type { Core } from '../../electron/core/open-core.ts';
import type { QuestionChanges } from '../../shared/contract/questionnaires.ts';
import type { InterviewId, ProjectId, QuestionId, QuestionnaireId, VersionId } from '../../shared/model/ids.ts';
import { emptyQuestion, type OptionSpec, type QuestionSpec } from '../../shared/model/questionnaire-spec.ts';
import { questionsOf, type Question } from '../../shared/model/questionnaire.ts';
import { aPath, contentOf } from '../support/a-workspace.ts';

/** An option in Bokmål and Swedish. */
export function anOption(code: number, nb: string, more: Partial<OptionSpec> = {}): OptionSpec {
  return { code, name: null, label: { nb, sv: `${nb} (sv)` }, isExclusive: false, asksWhat: false, filterValues: {}, extras: {}, ...more };
}

/** A question of a specification. */
export function aQuestion(name: string, type: QuestionSpec['type'], more: Partial<QuestionSpec> = {}): QuestionSpec {
  return { ...emptyQuestion(name, type, { nb: `Om ${name}`, sv: `Om ${name} (sv)` }), ...more };
}

export interface Draft {
  readonly path: string;
  readonly projectId: ProjectId;
  readonly questionnaireId: QuestionnaireId;
  readonly versionId: VersionId;
  readonly sectionId: string;
}

/** A new workspace with one project and an empty draft in Bokmål and Swedish. */
export async function aDraft({ client }: Core): Promise<Draft> {
  const path = aPath();
  await client.workspace.create({ path });
  const { projectId } = await client.projects.create({ name: 'Undersøkelsen', kind: 'survey', contentLanguage: 'nb' });
  const made = await client.questionnaires.create({ projectId, name: 'Skjemaet', languages: ['nb', 'sv'] });
  return { path, projectId, ...made };
}

/** Adds a question at the end of the draft's first section. */
export async function add(
  { client }: Core,
  draft: Draft,
  type: QuestionSpec['type'],
  nb: string,
  more: QuestionChanges & { readonly parentId?: QuestionId } = {},
): Promise<QuestionId> {
  const { parentId = null, ...question } = more;
  const { sections } = await client.questionnaires.version({ versionId: draft.versionId });
  const afterId = sections.find(({ id }) => id === draft.sectionId)?.questions.at(-1)?.id ?? null;
  const added = await client.questionnaires.addQuestion({
    sectionId: draft.sectionId,
    afterId,
    parentId,
    question: { ...question, type, wording: { nb, sv: nb === '' ? '' : `${nb} (sv)` } },
  });
  return added.questionId;
}

/** The version's questions as they are now. */
export async function questionsIn({ client }: Core, versionId: VersionId): Promise<Question[]> {
  return questionsOf(await client.questionnaires.version({ versionId }));
}

export async function questionIn(core: Core, versionId: VersionId, id: QuestionId): Promise<Question> {
  const found = (await questionsIn(core, versionId)).find((question) => question.id === id);
  if (found === undefined) throw new Error('no such question');
  return found;
}

/** Numbers and names in order: "1 alder 2 bolig". */
export async function outlineOf(core: Core, versionId: VersionId): Promise<string> {
  return (await questionsIn(core, versionId)).map(({ number, name }) => `${number} ${name}`.trim()).join(' · ');
}

/** Runs a step, then undoes and redoes it, and holds the file against what it was before and after, row for row. */
export async function reversibly<T>(core: Core, step: () => Promise<T>): Promise<T> {
  const { db } = core.session.workspace;
  const before = contentOf(db);
  const result = await step();
  const after = contentOf(db);
  expect(after).not.toEqual(before);
  await core.client.history.undo({});
  expect(contentOf(db)).toEqual(before);
  await core.client.history.redo({});
  expect(contentOf(db)).toEqual(after);
  return result;
}

/** Begins an interview with a version. */
export async function anInterview(
  { client }: Core,
  { projectId, versionId }: Pick<Draft, 'projectId' | 'versionId'>,
): Promise<InterviewId> {
  const { values } = await client.interviews.startForm({ projectId });
  if (values === null) throw new Error('the project has a wave and a version in use');
  const { interviewId } = await client.interviews.start({ ...values, versionId, projectId, consentGivenOn: values.heldOn });
  return interviewId;
}
