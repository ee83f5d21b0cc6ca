import { z } from 'zod';
import type { RefiChoices, RefiCounts, RefiLossNote } from '../../../../../shared/contract/refi.ts';
import { Language, localised } from '../../../../../shared/model/text.ts';
import { identifyingVariables } from '../../../analysis/identifying.ts';
import { readQuestions } from '../../../analysis/questions.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import type { Statements } from '../../../db/statements.ts';
import { derivedId } from '../../codebook/exchange/guid.ts';
import { plainName } from '../../codebook/exchange/theme-differences.ts';
import { readCodebook } from '../../codebook/read-codebook.ts';
import { isBlind } from '../../coding/blind.ts';
import { writeCaseWaves, writeProjectFacts, writeVariableFacts } from '../descriptions.ts';
import type { RefiCase, RefiSet, RefiText, RefiVariable } from '../refi-project.ts';
import { allLosses, countLosses } from './losses.ts';
import { noteOf, notesByPlace, sourceOf, type SourceContext } from './make-source.ts';
import { readFirstWave, readInterviews, signOfPersons, type LeavingInterview } from './read-people.ts';
import { readTexts, type LeavingText, type LeavingTexts } from './read-texts.ts';
import { readValues, type LeavingValues, type LeavingVariable } from './read-values.ts';
import { readWork, type LeavingWork } from './read-work.ts';
import type { LeavingProject } from './write-qde.ts';

const ProjectRow = z.object({ id: z.string(), kind: z.string(), name: z.string(), content_language: z.string() });

interface Wanted {
  readonly projectId: string;
  readonly choices: RefiChoices;
  readonly language: Language;
  readonly madeAt: string;
}

export interface MadeProject {
  readonly project: LeavingProject;
  readonly counts: RefiCounts;
  readonly losses: RefiLossNote[];
  /** Variables that can point somebody out, whether they leave or not. */
  readonly identifiers: number;
  /** Whose words and answers it was made of. */
  readonly persons: string;
}

/**
 * A project as it leaves, with the same GUIDs every time: ours, or made from ours. A person is a case, an answer to a closed question a
 * value, an open answer a text, a question a set of texts, a coder a user, a memo a note. @throws AppError NOT_FOUND
 */
export function makeProject(call: Pick<Call, 'sql' | 'actorId'>, { projectId, choices, language, madeAt }: Wanted): MadeProject {
  const { sql, actorId } = call;
  const row = sql.get(ProjectRow, 'SELECT id, kind, name, content_language FROM project WHERE id = :projectId', { projectId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  const interviews = readInterviews(sql, projectId);
  const identifying = identifyingVariables(sql, projectId);
  const { themes } = readCodebook(sql);
  const names = new Map<string, string>(themes.map((theme) => [theme.id, plainName(theme, language)]));
  const leaving = readTexts(sql, projectId, interviews, choices, identifying);
  const values = readValues(sql, projectId, choices.values ? interviews : [], (id) => choices.identifiers || !identifying.has(id));
  const work = readWork(sql, {
    projectId,
    actorId,
    textIds: new Set(leaving.texts.map(({ id }) => id)),
    themeName: (id) => names.get(id) ?? '',
    lost: allLosses,
  });
  noteLosses(call, { projectId, choices }, { leaving, values, work, identifying });
  const notes = notesByPlace(work.memos);
  const context: SourceContext = {
    language,
    hasWaves: new Set(interviews.map(({ wave }) => wave.id)).size > 1,
    codingsOf: (id) => work.codings.get(id) ?? [],
    notesOf: (id) => notes.get(id) ?? [],
  };
  const firstWave = readFirstWave(sql, projectId);
  const guids = new Map(values.variables.map((variable) => [variable.key, guidOf(variable, firstWave)]));
  const project: LeavingProject = {
    name: row.name,
    description: writeProjectFacts({
      id: row.id,
      kind: row.kind,
      language: Language.catch('nb').parse(row.content_language),
      waves: [...new Map(interviews.map(({ wave }) => [wave.id, wave])).values()],
    }),
    madeAt,
    users: work.people.map(({ id, name, is_consensus: is }) => ({ guid: id, name, isConsensus: is === 1 })),
    themes,
    themeNotes: notes,
    variables: values.variables.map((variable) => variableOf(variable, guids, language)),
    cases: casesOf(interviews, leaving.texts, values, guids),
    sources: leaving.texts.map((text) => sourceOf(text, context)),
    notes: work.memos.map(noteOf),
    sets: [...questionSets(sql, projectId, leaving.texts, language), ...meetingSets(leaving.texts)],
    projectNotes: notes.get('') ?? [],
  };
  return {
    project,
    counts: countsOf(project),
    losses: work.losses.list(),
    identifiers: identifying.size,
    persons: signOfPersons(interviews),
  };
}

interface Left {
  readonly leaving: LeavingTexts;
  readonly values: LeavingValues;
  readonly work: LeavingWork;
  readonly identifying: ReadonlySet<string>;
}

/** Counts what stays, by choice or because the standard has no place for it. */
function noteLosses(
  { sql, actorId }: Pick<Call, 'sql' | 'actorId'>,
  { projectId, choices }: Pick<Wanted, 'projectId' | 'choices'>,
  { leaving, values, work: { losses }, identifying }: Left,
): void {
  losses.add('inside-answer', 0, '', values.inside);
  losses.add('answer-state', 0, '', values.states);
  losses.add('several-interviews', 0, '', values.replaced);
  losses.add('empty-text', 0, '', leaving.empty);
  losses.add('left-out', 0, '', leaving.leftOut);
  if (!choices.identifiers) losses.add('identifier', 0, '', identifying.size);
  countLosses(sql, losses, { projectId, actorId, isBlind: isBlind(sql, projectId) }, choices);
}

function countsOf({ themes, users, cases, variables, sources, notes }: LeavingProject): RefiCounts {
  const codingsIn = ({ codings, selections }: RefiText): number =>
    selections.reduce((n, selection) => n + selection.codings.length, codings.length);
  return {
    themes: themes.length,
    people: users.length,
    persons: cases.length,
    variables: variables.length,
    values: cases.reduce((n, one) => n + one.values.length, 0),
    texts: sources.length,
    codings: sources.reduce((n, source) => n + codingsIn(source), 0),
    memos: notes.length,
  };
}

function variableOf(variable: LeavingVariable, guids: ReadonlyMap<string, string>, language: Language): RefiVariable {
  const { key, name, type, facts } = variable;
  return { guid: guids.get(key) ?? '', name, type, description: writeVariableFacts(facts, language), line: 0 };
}

/** The value in the first wave has the variable's own id; everything else one that follows from what it is of. */
function guidOf({ facts, key }: LeavingVariable, firstWave: string | undefined): string {
  return facts.part === 'value' && facts.wave.id === firstWave ? facts.variable.id : derivedId(`refi variable ${key}`);
}

/** Persons in the order in which they were first interviewed. */
function casesOf(
  interviews: readonly LeavingInterview[],
  texts: readonly LeavingText[],
  { values }: LeavingValues,
  guids: ReadonlyMap<string, string>,
): RefiCase[] {
  const codes = new Map(interviews.map(({ respondentId, code }) => [respondentId, code]));
  const waves = Map.groupBy(interviews, ({ respondentId }) => respondentId);
  const own = Map.groupBy(texts, ({ interview }) => interview?.respondentId ?? '');
  return [...codes].map(([guid, name]) => ({
    guid,
    name,
    description: writeCaseWaves((waves.get(guid) ?? []).map(({ wave }) => wave)),
    values: (values.get(guid) ?? []).map(({ key, type, value }) => ({ variable: guids.get(key) ?? '', type, value })),
    sources: (own.get(guid) ?? []).map(({ id }) => id),
    line: 0,
  }));
}

/** The answers to each open question. */
function questionSets(sql: Statements, projectId: string, texts: readonly LeavingText[], language: Language): RefiSet[] {
  const { formsOf } = readQuestions(sql, projectId);
  const byQuestion = Map.groupBy(
    texts.filter(({ facts }) => facts.kind === 'answer'),
    ({ facts }) => facts.variable?.id ?? '',
  );
  byQuestion.delete('');
  return [...byQuestion].map(([variableId, own]) => {
    const [form] = formsOf(variableId);
    const wording = form === undefined ? '' : localised(form.wording, language);
    return {
      guid: derivedId(`refi set ${variableId}`),
      name: [form?.number ?? '', form?.variableName ?? ''].filter((part) => part !== '').join(' · '),
      description: wording,
      sources: own.map(({ id }) => id),
    };
  });
}

/** The lines of each meeting's minutes. */
function meetingSets(texts: readonly LeavingText[]): RefiSet[] {
  const byMeeting = Map.groupBy(
    texts.filter(({ meeting }) => meeting !== null),
    ({ meeting }) => meeting?.id ?? '',
  );
  return [...byMeeting].map(([meetingId, own]) => ({
    guid: derivedId(`refi set ${meetingId}`),
    name: own[0]?.meeting?.name ?? '',
    description: '',
    sources: own.map(({ id }) => id),
  }));
}
