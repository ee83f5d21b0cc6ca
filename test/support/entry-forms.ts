import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import { writeQuestionnaireSpec } from '../../electron/core/features/questionnaires/write-spec.ts';
import { ProjectId, VersionId, WaveId, type InterviewId } from '../../shared/model/ids.ts';
import type { StartValues } from '../../shared/contract/interviews.ts';
import {
  emptyQuestion,
  type OptionSpec,
  type QuestionnaireSpec,
  type QuestionSpec,
  type ScaleSpec,
} from '../../shared/model/questionnaire-spec.ts';
import type { QuestionType } from '../../shared/model/questionnaire.ts';
import type { LocalisedText } from '../../shared/model/text.ts';

/** An option with a code and words; the rest as plain as can be. */
export function option(code: number, nb: string, part: Partial<OptionSpec> = {}): OptionSpec {
  return { code, name: null, label: inAll(nb), isExclusive: false, asksWhat: false, filterValues: {}, extras: {}, ...part };
}

/** A question in three languages; the rest as plain as can be. */
export function ask(name: string, type: QuestionType, nb: string, part: Partial<QuestionSpec> = {}): QuestionSpec {
  return {
    ...emptyQuestion(name, type, inAll(nb)),
    reasons: ['dont-know', 'prefer-not-to-say', 'not-applicable', 'illegible', 'skipped'],
    ...part,
  };
}

/** A text in three languages, told apart by their letters; no text in none. */
export function inAll(nb: string): LocalisedText {
  return nb === '' ? {} : { nb, sv: `${nb} (sv)`, en: `${nb} (en)` };
}

/** Five answers from disagreement to agreement. */
export const agreement: ScaleSpec = {
  key: 'enig',
  name: 'Enig',
  direction: 'rising',
  neutralCode: 3,
  options: ['Helt uenig', 'Litt uenig', 'Verken eller', 'Litt enig', 'Helt enig'].map((words, index) => option(index + 1, words)),
};

/** A section of a specification. */
export function part(nb: string, questions: readonly QuestionSpec[]): QuestionnaireSpec['sections'][number] {
  return { name: null, title: inAll(nb), relevant: null, questions: [...questions] };
}

export interface WrittenForm {
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly versionId: VersionId;
}

/** Writes a form into an open workspace as the one in use: into its first survey project, or a new one. */
export function writeForm(core: Core, spec: QuestionnaireSpec): WrittenForm {
  const { workspace } = core.session;
  const { sql, newId } = workspace;
  const intent = { kind: 'test', labelId: 'test', isUndoable: false, ...workspace.sourceFor('fixture') };
  return workspace.operations.run(intent, () => {
    const Found = z.object({ id: z.string() });
    const projectId = ProjectId.parse(sql.get(Found, "SELECT id FROM project WHERE kind = 'user-evaluation'", {})?.id ?? newId());
    if (sql.get(Found, 'SELECT id FROM project WHERE id = :projectId', { projectId }) === undefined)
      sql.insert('project', { id: projectId, kind: 'user-evaluation', name: 'Fjordvik', status: 'running' });
    const waveId = WaveId.parse(
      sql.get(Found, 'SELECT id FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC', { projectId })?.id ?? newId(),
    );
    if (sql.get(Found, 'SELECT id FROM wave WHERE id = :waveId', { waveId }) === undefined)
      sql.insert('wave', { id: waveId, project_id: projectId, ordinal: 1, name: 'Vår 2025' });
    const { versionId } = writeQuestionnaireSpec({ sql, workspace }, projectId, spec);
    sql.run("UPDATE questionnaire_version SET status = 'in-use' WHERE id = :versionId", { versionId });
    return { projectId, waveId, versionId };
  }).result;
}

/** Begins an interview in a written form. */
export async function beginInterview(core: Core, form: WrittenForm, part: Partial<StartValues> = {}): Promise<InterviewId> {
  const { interviewId } = await core.client.interviews.start({
    ...form,
    kind: 'person',
    mode: 'face-to-face',
    language: 'nb',
    placeId: null,
    serviceId: null,
    heldOn: '2025-04-03',
    personCount: null,
    consentGivenOn: '2025-04-03',
    ...part,
  });
  return interviewId;
}
