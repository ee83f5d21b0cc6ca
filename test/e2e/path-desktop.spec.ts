import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from '@playwright/test';
import Database from 'better-sqlite3';
import { startDesktop, type DesktopHost } from './desktop-host.ts';
import { expect } from './host.ts';
import { findSampleCopy, patientComments } from './path-files.ts';
import {
  codeAnswer,
  enterHalfInterview,
  enterWholeInterview,
  exportExhibit,
  findHalfInterview,
  importSurvey,
  leaveHalfTyped,
  seeSample,
} from './path-steps.ts';

// One long walk through one data folder: every test goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

test.describe('the path through the built main and preload on the double, by keyboard only', () => {
  let root: string;
  let host: DesktopHost;
  /** Temporary folders of the run that was killed, which could not remove its own. */
  let leftByKill: readonly string[] = [];
  const workspace = (): string => findSampleCopy(join(root, 'data'));
  test.beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'rost-path-'));
    host = await startDesktop(['--sample'], root);
  });
  test.afterEach(async () => {
    if (host.page.isClosed()) return;
    expect(await host.problems()).toEqual([]);
  });
  test.afterAll(async () => {
    await host.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test('[F19] [F20] [F21] [F22] the sample opens, and a whole interview of 24 questions is entered, completed and found again', async () => {
    await seeSample(host.page);
    await enterWholeInterview(host.page, 'R065');
  });

  test('[F23] the program is killed in the middle, and the interview reopens on the same question with every answer', async () => {
    await enterHalfInterview(host.page, 'R066');
    await host.app.kill();
    await host.stop();
    leftByKill = temporaryFolders(root);
    host = await startDesktop([workspace()], root);
    await seeSample(host.page);
    await findHalfInterview(host.page, 'R066');
  });

  test('[F29] [F48] a survey file of others is imported with its own row count, and undone as one step', async () => {
    test.skip(!existsSync(patientComments), '../shared/data is not here');
    test.setTimeout(120_000);
    await importSurvey(host.page, patientComments);
  });

  test('[F45] [F46] an answer is coded by typing a theme, by a digit and on a selection, and undone by name', async () => {
    await codeAnswer(host.page);
  });

  test('[F72] [F73] [F77] [F82] tables and a chart are seen, and leave the program through the save dialog in four forms', async () => {
    test.setTimeout(120_000);
    await exportExhibit(host.page, host.exits);
  });

  test('[F40] quitting writes what stands in the field, and leaves a whole backup of all of it beside the file', async () => {
    // The killed run left its folder; this one removed it when it began, and has one of its own.
    expect(temporaryFolders(root)).toHaveLength(1);
    expect(leftByKill).toHaveLength(1);
    expect(temporaryFolders(root)).not.toEqual(leftByKill);
    await leaveHalfTyped(host.page, 'R067', 9);
    const before = backupsOf(workspace(), 'at-close');
    await host.app.call('quit');
    expect(await host.app.ended).toEqual({ code: 0, output: '' });
    await expect.poll(() => host.page.isClosed()).toBe(true);
    const made = backupsOf(workspace(), 'at-close').filter((name) => !before.includes(name));
    expect(made).toHaveLength(1);
    const kept = readState(workspace());
    expect(kept).toMatchObject({
      whole: 'ok',
      weeks: { R065: 6, R066: 6, R067: 9 },
      statuses: { R065: 'complete', R066: 'started', R067: 'started' },
      releases: 13,
      partCodings: 1,
    });
    expect(readState(join(backupFolder(workspace()), made[0] ?? ''))).toEqual(kept);
    // An empty journal is how a file that was closed looks; one with content, or a lock's note, is left by a crash.
    const beside = readdirSync(dirname(workspace())).filter((name) => name.startsWith('Fjordvik.rost') && name !== 'Fjordvik.rost');
    expect(beside).toEqual(['Fjordvik.rost-journal']);
    expect(statSync(`${workspace()}-journal`).size).toBe(0);
    expect(temporaryFolders(root)).toEqual([]);
  });
});

/** Folders for files on their way in and out, one for each run of the program. */
function temporaryFolders(root: string): string[] {
  return readdirSync(join(root, 'temporary')).filter((name) => /^rost-run-\d+-\w{6}$/u.test(name));
}

function backupFolder(workspace: string): string {
  return join(dirname(workspace), 'Fjordvik – backups');
}

function backupsOf(workspace: string, reason: string): string[] {
  const folder = backupFolder(workspace);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(` ${reason}.rost`)) : [];
}

/** What the walk has left in a file, read without the program. */
function readState(path: string): Record<string, unknown> {
  const db = new Database(path, { readonly: true });
  try {
    const one = (sql: string): unknown => db.prepare(sql).pluck().get();
    const pairs = (sql: string): Record<string, unknown> => Object.fromEntries(db.prepare<[], readonly [string, unknown]>(sql).raw().all());
    const walked = "interview JOIN respondent ON respondent.id = interview.respondent_id AND respondent.code IN ('R065', 'R066', 'R067')";
    return {
      whole: db.pragma('integrity_check', { simple: true }),
      lastOperation: one('SELECT max(seq) FROM op'),
      statuses: pairs(`SELECT respondent.code, interview.status FROM ${walked}`),
      weeks: pairs(
        `SELECT respondent.code, answer.num FROM ${walked} JOIN answer ON answer.interview_key = interview.key WHERE answer.num IS NOT NULL`,
      ),
      releases: one('SELECT count(*) FROM release'),
      partCodings: one(
        "SELECT count(*) FROM coding JOIN theme_term USING (theme_id) WHERE theme_term.term = 'Bolig' AND is_whole = 0 AND coding.rowid = (SELECT max(rowid) FROM coding)",
      ),
    };
  } finally {
    db.close();
  }
}
