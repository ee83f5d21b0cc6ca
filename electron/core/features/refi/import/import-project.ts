import { z } from 'zod';
import { refiChangesShown, type RefiImportChoices, type RefiInspection, type RefiOutcome } from '../../../../../shared/contract/refi.ts';
import { ProjectId } from '../../../../../shared/model/ids.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { wordsIn } from '../../../words.ts';
import { readTextFacts } from '../descriptions.ts';
import { chooseReading, noteReading } from './choose-reading.ts';
import { Changes, type PlanContext, type Target } from './plan-context.ts';
import { looksLikeCodes } from './plan-people.ts';
import { planProject, type RefiPlan } from './plan-project.ts';
import { readProjectFile, type ReadProject } from './read-project.ts';
import { writePlan } from './write-plan.ts';

type Progress = { done: number; of: number };

interface FileInput {
  readonly ticket: string;
  readonly choices: RefiImportChoices;
}

interface FileRead {
  readonly fileName: string;
  readonly file: ReadProject;
}

const ProjectRow = z.object({ id: z.string(), name: z.string(), status: z.string() });
const IdRow = z.object({ id: z.string() });

async function* readFile(call: Call, { ticket, choices }: FileInput): AsyncGenerator<Progress, FileRead> {
  const { path, name: fileName } = call.session.blobs.received(ticket);
  const nameless = wordsIn(choices.language)('codebookExchange.words.nameless');
  const file = yield* readProjectFile(path, { language: choices.language, nameless, signal: call.signal });
  return { fileName, file };
}

/**
 * Where the file goes. What comes from a project that has been deleted here never goes back into it: it is proposed as a new one, and told.
 * @throws AppError NOT_FOUND for a project that is not there, ANONYMISED for one that has been deleted
 */
function targetOf({ sql, workspace }: Call, { fileName, file }: FileRead, { target }: RefiImportChoices): Target {
  const { name, facts, found } = file.project;
  const wanted = target.kind === 'project' ? target.projectId : target.kind === 'proposed' ? (facts?.id ?? null) : null;
  const read = 'SELECT id, name, status FROM project WHERE id = :wanted';
  const known = wanted === null ? undefined : sql.get(ProjectRow, read, { wanted });
  const isDeleted = known?.status === 'anonymised';
  if (isDeleted && target.kind === 'project') throw new AppError('ANONYMISED');
  if (facts !== null && sql.get(ProjectRow, read, { wanted: facts.id })?.status === 'anonymised') found.add('project-deleted', 0, name);
  if (known !== undefined && !isDeleted) return { projectId: ProjectId.parse(known.id), name: known.name, isNew: false };
  if (target.kind === 'project') throw new AppError('NOT_FOUND');
  const title = target.kind === 'new' ? target.name : name.trim() === '' ? fileName.replace(/\.qdpx$/iu, '') : name;
  const isTaken = facts === null || sql.get(IdRow, 'SELECT id FROM project WHERE id = :id', { id: facts.id }) !== undefined;
  return { projectId: ProjectId.parse(isTaken ? workspace.newId() : facts.id), name: cut(title, 200) || 'REFI-QDA', isNew: true };
}

function plan(call: Call, read: FileRead, choices: RefiImportChoices): RefiPlan {
  const { project } = read.file;
  const reading = chooseReading(read.file);
  noteReading(project, reading, read.file.words);
  const areCodes = project.isOwn || looksLikeCodes(project.cases.map(({ name }) => name));
  const facts = new Map(project.sources.map(({ guid, description }) => [guid, readTextFacts(description)]));
  const context: PlanContext = {
    sql: call.sql,
    newId: call.workspace.newId,
    actorId: call.actorId,
    at: new Date(call.workspace.now()).toISOString(),
    target: targetOf(call, read, choices),
    file: read.file,
    reading,
    factsOf: (guid) => facts.get(guid) ?? null,
    choices,
    codes: choices.codes === 'proposed' ? (areCodes ? 'file' : 'new') : choices.codes,
    found: project.found,
    changes: new Changes(),
  };
  return planProject(context);
}

/** Reads a file and says what it would come to. Writes nothing. @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE, TICKET_UNKNOWN, CANCELLED */
export async function* inspectProject(call: Call, input: FileInput): AsyncGenerator<Progress, RefiInspection> {
  yield { done: 0, of: 0 };
  const read = yield* readFile(call, input);
  const planned = plan(call, read, input.choices);
  const { context, outcome, changes } = planned;
  const { project } = read.file;
  const tallies = Object.values(outcome);
  const { target } = context;
  return {
    fileName: read.fileName,
    projectName: project.name,
    origin: project.origin,
    isOwn: project.isOwn,
    target: target.isNew ? { kind: 'new', name: target.name } : { kind: 'project', projectId: target.projectId, name: target.name },
    codes: context.codes,
    names: project.cases.slice(0, 5).map(({ name }) => cut(name, 60)),
    counts: countsOf(read.file),
    outcome,
    isSame: !target.isNew && tallies.every(({ made, changed }) => made + changed === 0),
    changes: changes.slice(0, refiChangesShown),
    changeCount: changes.length,
    basis: planned.basis,
    notes: context.found.list(),
    themeNotes: [...planned.themeNotes],
  };
}

function countsOf({ project }: ReadProject): RefiInspection['counts'] {
  const { themes, users, cases, variables, sources, notes } = project;
  const codings = sources.reduce((n, one) => n + one.codings.length + one.selections.reduce((m, { codings: own }) => m + own.length, 0), 0);
  return {
    themes: themes.length,
    people: users.length,
    persons: cases.length,
    variables: variables.length,
    values: cases.reduce((n, { values }) => n + values.length, 0),
    texts: sources.length,
    codings,
    memos: notes.length,
  };
}

/**
 * Takes a file in as chosen: read with nothing written, then planned and written in one operation, after a backup.
 * @throws AppError STALE when it would no longer come to what the inspection said, and what `inspectProject` throws
 */
export async function* importProject(
  call: Call,
  input: FileInput & { readonly basis: string },
): AsyncGenerator<Progress, { projectId: ProjectId; projectName: string; outcome: RefiOutcome }> {
  const { session, workspace, signal } = call;
  if (workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
  yield { done: 0, of: 0 };
  const read = yield* readFile(call, input);
  if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
  session.backup('before-import');
  // The last moment to cancel was before: what comes now is one step.
  const planned = call.commit((operation) => {
    const made = plan(call, read, input.choices);
    if (made.basis !== input.basis) throw new AppError('STALE', {}, 'refi.error.stale');
    operation.label({ file: cut(read.fileName, 30) });
    writePlan(call, made);
    return made;
  });
  session.blobs.discard(input.ticket);
  const { target } = planned.context;
  return { projectId: target.projectId, projectName: target.name, outcome: planned.outcome };
}
