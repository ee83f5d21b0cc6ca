import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { openCore } from '../../electron/core/open-core.ts';
import type { StartValues } from '../../shared/contract/interviews.ts';
import type { InterviewId, ProjectId } from '../../shared/model/ids.ts';
import type { QuestionnaireSpec } from '../../shared/model/questionnaire-spec.ts';
import { beginInterview, writeForm } from '../support/entry-forms.ts';
import { expect, startHost, stopHost, type Host } from './host.ts';
import { visit } from './screens.ts';

/** A host on a workspace with one form and one interview begun in it. */
export interface EntryHost {
  readonly host: Host;
  readonly path: string;
  readonly projectId: ProjectId;
  readonly interviewId: InterviewId;
}

/** Makes a workspace with a form, begins an interview in it, and starts a host there. */
export async function hostWithForm(spec: QuestionnaireSpec, start: Partial<StartValues> = {}): Promise<EntryHost> {
  const folder = mkdtempSync(join(tmpdir(), 'rost-entry-'));
  const path = join(folder, 'Skjema.rost');
  const core = openCore({ windowId: 'fixture' });
  try {
    await core.client.workspace.create({ path });
    const form = writeForm(core, spec);
    const interviewId = await beginInterview(core, form, start);
    return { host: await startHostAfter(core, path, folder), path, projectId: form.projectId, interviewId };
  } finally {
    core[Symbol.dispose]();
  }
}

/** The file can be held by one process at a time. */
async function startHostAfter(core: Disposable, path: string, folder: string): Promise<Host> {
  core[Symbol.dispose]();
  return startHost([path], folder);
}

/** Runs a test on such a host, and ends it. */
export async function withForm(run: (entry: EntryHost) => Promise<void>, ...form: Parameters<typeof hostWithForm>): Promise<void> {
  const entry = await hostWithForm(...form);
  try {
    await run(entry);
  } finally {
    await stopHost(entry.host);
  }
}

/** Opens the interview; its question has focus. */
export async function openEntry(
  page: Page,
  { host, projectId, interviewId }: EntryHost,
  verb: 'enter' | 'second' = 'enter',
): Promise<void> {
  await page.goto(host.address);
  await expect(page.locator('h1').first()).toBeVisible();
  await visit(page, `/projects/${projectId}/interviews/${interviewId}/${verb}`);
  await expect(page.locator('[data-current]')).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-current]') !== null)).toBe(true);
}

/** Presses keys one by one. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes to a question by its number. */
export async function goToQuestion(page: Page, number: string): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Gå til spørsmål')).toBeHidden();
}

/** An answer as the file holds it. */
export interface KeptAnswer {
  readonly name: string;
  readonly instance: number;
  readonly code: number | null;
  readonly num: number | null;
  readonly txt: string | null;
  readonly missing: string | null;
  readonly sort_on: string | null;
  readonly state: string | null;
}

/** Copies a file and its log; begun anew when the host wrote meanwhile, for halves of two moments are no file. */
function copyOfOneMoment(path: string, copy: string): void {
  const ends = ['', '-wal', '-journal'] as const;
  const state = (): string => ends.map((end) => JSON.stringify(statSync(`${path}${end}`, { throwIfNoEntry: false })?.mtimeMs)).join(' ');
  for (let tries = 0; tries < 50; tries += 1) {
    const before = state();
    for (const end of ends) {
      rmSync(`${copy}${end}`, { force: true });
      // Read and written whole: copying in the kernel never ends when the log is cut short meanwhile.
      if (existsSync(`${path}${end}`)) writeFileSync(`${copy}${end}`, readFileSync(`${path}${end}`));
    }
    if (state() === before) return;
  }
}

/**
 * Every answer of an interview that is on the disk now, by variable name; open answers as their words. The host holds the file for
 * itself, so a copy of it and of its log is read: what a power cut would leave.
 */
export function answersIn(path: string, interviewId: InterviewId): readonly KeptAnswer[] {
  const folder = mkdtempSync(join(tmpdir(), 'rost-copy-'));
  const copy = join(folder, 'copy.rost');
  copyOfOneMoment(path, copy);
  const db = new Database(copy);
  try {
    // The columns are those asked for, in the schema's own types.
    return db
      .prepare(
        `SELECT variable.name, answer.instance, code, num, coalesce(text.body, txt) AS txt, missing, sort_on, state
         FROM answer JOIN interview ON interview.key = answer.interview_key JOIN question ON question.key = answer.question_key
         JOIN variable ON variable.id = question.variable_id LEFT JOIN text ON text.id = answer.text_id
         WHERE interview.id = ? ORDER BY question.ordinal, answer.instance`,
      )
      .all(interviewId) as KeptAnswer[];
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
