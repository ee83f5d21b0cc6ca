import type { Turn } from '../../../../shared/contract/interviews.ts';
import { compileForm, judgeForm, type CompiledForm, type FormState } from '../../../../shared/expressions/form.ts';
import type { InterviewId, VersionId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { readVersion, type LoadedVersion } from '../questionnaires/read-version.ts';
import { formAnswers } from './open-interview.ts';
import { progressOf } from './progress.ts';
import { readAnswers, type Answers } from './read-answers.ts';
import { readTurns } from './turns.ts';

/** What of an interview's row judging it asks for. */
export interface JudgedRow {
  readonly id: InterviewId;
  readonly key: number;
  readonly version_id: VersionId;
  readonly language: Language;
  readonly seed: number;
  readonly held_on: string | null;
  readonly started_at: string;
}

/** An interview with what its form makes of all answers. */
export interface JudgedInterview {
  readonly loaded: LoadedVersion;
  readonly answers: Answers;
  readonly turns: readonly Turn[];
  readonly state: FormState;
}

/** Judges many interviews; each version is read and compiled once. `prepare` may change a version before it is compiled. */
export function createJudge(
  sql: Statements,
  prepare: (loaded: LoadedVersion) => CompiledForm = (loaded) => compileForm(loaded.version),
): (row: JudgedRow) => JudgedInterview {
  const versions = new Map<VersionId, { readonly loaded: LoadedVersion; readonly form: CompiledForm }>();
  const versionOf = (id: VersionId): { readonly loaded: LoadedVersion; readonly form: CompiledForm } => {
    const known = versions.get(id);
    if (known !== undefined) return known;
    const loaded = readVersion(sql, id);
    const made = { loaded, form: prepare(loaded) };
    versions.set(id, made);
    return made;
  };
  return (row) => {
    const { loaded, form } = versionOf(row.version_id);
    const answers = readAnswers(sql, row.key, loaded);
    const turns = readTurns(sql, row.key, loaded);
    return { loaded, answers, turns, state: judgeForm(form, formAnswers({ interview: row, turns }, answers)) };
  };
}

/** How far interviews have come, for a page of the list. */
export function createProgressReader(sql: Statements): (row: JudgedRow) => { readonly answered: number; readonly asked: number } {
  const judge = createJudge(sql);
  return (row) => {
    const judged = judge(row);
    const { answered, asked } = progressOf(judged, judged.state);
    return { answered, asked };
  };
}
