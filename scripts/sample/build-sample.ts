import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CoreDeps } from '../../electron/core/deps.ts';
import { createWorkspace } from '../../electron/core/workspace/open.ts';
import type { Workspace } from '../../electron/core/workspace/workspace.ts';
import { createChance } from './random.ts';
import { SampleWriter } from './sample-writer.ts';
import { readSources } from './sources.ts';
import { writeCodebook } from './write-codebook.ts';
import { writeCodings } from './write-codings.ts';
import { writeDrafts } from './write-drafts.ts';
import { writeDocuments } from './write-documents.ts';
import { writeMeetings } from './write-meetings.ts';
import { writeOutcomes } from './write-outcomes.ts';
import { writeProjects } from './write-projects.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';
import { writePlaces, writeRegisters } from './write-registers.ts';
import { writeReleases } from './write-releases.ts';
import { writeSurvey } from './write-survey.ts';
import { writeThemes } from './write-themes.ts';

const sourceFolder = fileURLToPath(new URL('../../resources/sample/', import.meta.url));
/** The day the sample is set on: some actions are overdue, a meeting is coming up. */
const madeAt = Date.parse('2025-12-08T08:00:00.000Z');

/**
 * Builds the sample workspace "Fjordvik" at `path`, over whatever is there. The same sources give the same bytes.
 * @throws Error when the sources contradict themselves
 */
export function buildSample(path: string): void {
  for (const ending of ['', '-journal', '.lock.json']) rmSync(path + ending, { force: true });
  const workspace = createWorkspace(path, sampleDeps(), { checksRows: true });
  try {
    const intent = { kind: 'sample.build', labelId: 'sample.build', isUndoable: false, actorId: '', windowId: 'sample' };
    workspace.operations.run(intent, (operation) => {
      const writer = new SampleWriter(workspace, readSources(sourceFolder), createChance(20251208));
      writeAll(writer);
      writeReleases(workspace, operation, writer.id('actor', 'even'));
      writeDrafts(writer, workspace, operation);
      writeDocuments(writer, workspace);
      writeCodebook(writer, workspace);
    });
    finish(workspace);
  } finally {
    // Not workspace.close(): its optimising writes statistics, and with them samples of the rows, into the file.
    workspace.db.close();
    for (const ending of ['-journal', '.lock.json']) rmSync(path + ending, { force: true });
  }
}

function sampleDeps(): CoreDeps {
  const chance = createChance(9931);
  return {
    now: () => madeAt,
    random: (count) => chance.bytes(count),
    userName: 'sample',
    machineName: 'sample',
    processId: 1,
    temporaryFolder: tmpdir(),
    log: () => undefined,
  };
}

function writeAll(writer: SampleWriter): void {
  const { sources } = writer;
  writePlaces(writer);
  writeRegisters(writer);
  writeProjects(writer);
  writeThemes(writer);
  const main = writeQuestionnaire(writer, sources.questionnaire, 1);
  const small = writeQuestionnaire(writer, sources.questionnaireAlvnas, main.questions.length + 1);
  const { bsb, alvnas } = sources.tendencies;
  if (bsb === undefined || alvnas === undefined) throw new Error('tendencies.json: a project is missing');
  const held = writeSurvey(writer, bsb, main, 1);
  writeSurvey(writer, alvnas, small, held + 1);
  writeMeetings(writer);
  writeCodings(writer);
  writeOutcomes(writer);
}

/** The sample starts without a history: what its makers did is nobody's to undo. */
function finish(workspace: Workspace): void {
  workspace.sql.run('DELETE FROM op_change');
  workspace.sql.run('DELETE FROM op');
  workspace.sql.insert('workspace_fact', { name: 'sample', value: 'fjordvik' });
  workspace.db.exec('VACUUM');
}
