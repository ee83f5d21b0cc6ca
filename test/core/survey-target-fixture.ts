import type { ImportResult, MappingTrial } from '../../shared/contract/exchange.ts';
import { ProjectId, type Ticket, type VersionId, type WaveId } from '../../shared/model/ids.ts';
import { emptyQuestion, type OptionSpec, type QuestionnaireSpec, type QuestionSpec } from '../../shared/model/questionnaire-spec.ts';
import type { QuestionType } from '../../shared/model/questionnaire.ts';
import type { QuestionnaireTarget, TargetMatch } from '../../shared/model/survey-import.ts';
import type { SurveyFileInspection, SurveyMapping } from '../../shared/model/survey-file.ts';
import { writeQuestionnaireSpec } from '../../electron/core/features/questionnaires/write-spec.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { finish, importInput, inspect, pluck, upload } from './survey-upload-fixture.ts';

type File = string | { readonly name: string; readonly content: string | Uint8Array };
export type Imported = Extract<ImportResult, { state: 'imported' }>;

/** The newest version of the workspace's only questionnaire. */
export function newestVersion(core: Core): VersionId {
  // An id of the workspace's own.
  return pluck(core, 'SELECT id FROM questionnaire_version ORDER BY number DESC LIMIT 1') as VersionId;
}

/** The wave made last. */
export function newestWave(core: Core): WaveId {
  // An id of the workspace's own.
  return pluck(core, 'SELECT id FROM wave ORDER BY ordinal DESC LIMIT 1') as WaveId;
}

/** Writes a questionnaire in use, with a project and a wave, into an empty workspace. */
export function design(core: Core, sections: QuestionnaireSpec['sections'], scales: QuestionnaireSpec['scales'] = []): VersionId {
  const { workspace } = core.session;
  const { sql, newId } = workspace;
  const intent = { ...workspace.sourceFor('design'), kind: 'test', labelId: 'test', isUndoable: false };
  return workspace.operations.run(intent, () => {
    const projectId = ProjectId.parse(newId());
    sql.insert('project', { id: projectId, kind: 'survey', name: 'Fjordvik', status: 'running' });
    sql.insert('wave', { id: newId(), project_id: projectId, ordinal: 1, name: 'Vår' });
    const spec: QuestionnaireSpec = { name: 'Skjema', languages: ['nb', 'en'], sections, scales, extras: {} };
    const { versionId } = writeQuestionnaireSpec({ sql, workspace }, projectId, spec);
    sql.run("UPDATE questionnaire_version SET status = 'in-use' WHERE id = :versionId", { versionId });
    return versionId;
  }).result;
}

/** An option of a designed question. */
export function option(code: number, nb: string, more: Partial<OptionSpec> = {}): OptionSpec {
  return { code, name: null, label: { nb, en: `${nb} (en)` }, isExclusive: false, asksWhat: false, filterValues: {}, extras: {}, ...more };
}

/** A designed question in Bokmål and English. */
export function question(name: string, type: QuestionType, more: Partial<QuestionSpec> = {}): QuestionSpec {
  return { ...emptyQuestion(name, type, { nb: `Spørsmål om ${name}?`, en: `Question about ${name}?` }), ...more };
}

/** A file that has been matched with a version, ready to be tried and imported. */
export interface MatchedFile {
  readonly inspection: SurveyFileInspection;
  readonly match: TargetMatch;
  readonly target: QuestionnaireTarget;
  /** What would come of it; nothing is written. */
  readonly dryRun: (change?: Partial<QuestionnaireTarget>) => Promise<MappingTrial>;
  /** Begins an import and leaves its steps to the caller. */
  readonly start: (change: Partial<QuestionnaireTarget>) => ReturnType<Core['client']['exchange']['importSurvey']>;
  readonly bring: (
    change?: Partial<QuestionnaireTarget> & { readonly waveName?: string; readonly problems?: 'refuse' | 'leave-empty' },
  ) => Promise<ImportResult>;
}

/** Sends a file in and matches it with the newest version, in the newest wave unless it becomes a new version. */
export async function matchFile(
  core: Core,
  from: File,
  choice: Partial<QuestionnaireTarget> & { readonly codeColumn?: number; readonly besides?: readonly File[] } = {},
): Promise<MatchedFile> {
  const { codeColumn, besides: files = [], ...chosen } = choice;
  const besides: Ticket[] = [];
  for (const file of files) besides.push(await upload(core, file));
  const ticket = await upload(core, from);
  const inspection = await inspect(core, ticket);
  const { reading } = inspection;
  const asNewVersion = choice.asNewVersion ?? false;
  const versionId = choice.versionId ?? newestVersion(core);
  const mapping = codeColumn === undefined ? inspection.proposal : await withCode(core, ticket, inspection, codeColumn);
  const input = { ticket, reading, mapping, versionId, asNewVersion, language: 'en' as const, besides };
  const match = (await finish(core.client.exchange.match(input))).output;
  const target: QuestionnaireTarget = {
    versionId,
    asNewVersion,
    mode: 'new',
    waveId: asNewVersion ? null : newestWave(core),
    known: 'skip',
    unknown: 'add',
    ...chosen,
    links: match.links,
    rounds: match.rounds,
  };
  return {
    inspection,
    match,
    target,
    dryRun: async (change = {}) =>
      (
        await finish(
          core.client.exchange.tryMapping({ ticket, reading, mapping: match.mapping, target: { ...target, ...change }, language: 'en' }),
        )
      ).output,
    start: (change) =>
      core.client.exchange.importSurvey({
        ...importInput(ticket, inspection, match.mapping),
        target: { ...target, ...change },
        waveName: 'Vår',
      }),
    bring: async ({ waveName = 'Vår', problems = 'leave-empty', ...change } = {}) => {
      const input = { ...importInput(ticket, inspection, match.mapping), target: { ...target, ...change }, waveName, problems };
      return (await finish(core.client.exchange.importSurvey(input))).output;
    },
  };
}

async function withCode(
  core: Core,
  ticket: Parameters<typeof importInput>[0],
  { reading, proposal }: SurveyFileInspection,
  column: number,
): Promise<SurveyMapping> {
  return (await finish(core.client.exchange.assignRole({ ticket, reading, mapping: proposal, column, role: 'respondentCode' }))).output
    .mapping;
}

/** @throws when the import refused */
export function imported(result: ImportResult): Imported {
  if (result.state !== 'imported') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

/** What everybody answered, by participant code and variable: labels of options, texts, numbers, reasons. */
export function answersOf(core: Core): Record<string, Record<string, unknown>> {
  const rows = core.session.workspace.db
    .prepare(
      `SELECT respondent.code AS person, variable.name AS variable, coalesce(text.body, answer.txt, answer.num, answer.missing,
         (SELECT json_extract(label, '$.en') FROM answer_option WHERE answer_option.code = answer.code
          AND (question_id = question.id OR answer_option.scale_id = question.scale_id)), answer.code) AS value
       FROM answer JOIN question ON question.key = answer.question_key JOIN variable ON variable.id = question.variable_id
       JOIN interview ON interview.key = answer.interview_key JOIN respondent ON respondent.id = interview.respondent_id
       LEFT JOIN text ON text.id = answer.text_id ORDER BY interview.key, question.ordinal`,
    )
    .all();
  const found: Record<string, Record<string, unknown>> = {};
  // Columns as the statement names them.
  for (const { person, variable, value } of rows as { person: string; variable: string; value: unknown }[])
    (found[person] ??= {})[variable] = value;
  return found;
}

/**
 * What was answered in rounds and by persons: `17 opphold 2 besok 1` is the first visit of the second stay of participant 17. A round
 * without answers is there too. Of one wave.
 */
export function roundsOf(core: Core, wave = 'Vår'): Record<string, Record<string, unknown>> {
  const rows = core.session.workspace.db
    .prepare(
      `WITH RECURSIVE path (interview_key, instance, said) AS (
         SELECT interview_key, instance, coalesce((SELECT name FROM variable JOIN question ON variable_id = variable.id WHERE question.key = question_key), label)
           || ' ' || turn.ordinal FROM turn WHERE parent_instance = 0
         UNION ALL SELECT turn.interview_key, turn.instance, path.said || ' ' || variable.name || ' ' || turn.ordinal FROM turn
           JOIN path ON path.interview_key = turn.interview_key AND path.instance = turn.parent_instance
           JOIN question ON question.key = turn.question_key JOIN variable ON variable.id = variable_id)
       SELECT respondent.code || ' ' || said AS round, variable.name AS variable, coalesce(body, answer.txt, num, answer.missing, answer.code) AS value,
         state
       FROM path JOIN interview ON interview.key = path.interview_key JOIN respondent ON respondent.id = respondent_id
         JOIN wave ON wave.id = wave_id AND wave.name = :wave
       LEFT JOIN answer ON answer.interview_key = path.interview_key AND answer.instance = path.instance
       LEFT JOIN question AS asked ON asked.key = answer.question_key LEFT JOIN variable ON variable.id = asked.variable_id LEFT JOIN text ON text.id = text_id
       ORDER BY interview.key, said, asked.ordinal`,
    )
    .all({ wave });
  const found: Record<string, Record<string, unknown>> = {};
  // Columns as the statement names them.
  for (const { round, variable, value, state } of rows as {
    round: string;
    variable: string | null;
    value: unknown;
    state: string | null;
  }[]) {
    const own = (found[round] ??= {});
    if (variable !== null) own[variable] = state === null ? value : `${state}: ${String(value)}`;
  }
  return found;
}
