import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MergeChoice, MergeReport } from '../../shared/contract/merge.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { aFolder } from '../support/a-workspace.ts';
import { finish, upload } from './survey-upload-fixture.ts';

/** One person's machine with a copy of the workspace. */
export interface Laptop extends Disposable {
  readonly core: Core;
  readonly path: string;
  readonly add: (table: string, row: SqlParams) => void;
  readonly run: (sql: string, params?: SqlParams) => void;
  readonly all: (sql: string) => unknown[];
  readonly undo: () => Promise<unknown>;
}

let clock = Date.parse('2026-03-01T08:00:00Z');

/** Opens a workspace, or makes it, as somebody. All laptops share one clock that always goes on. */
export async function openLaptop(userName: string, path: string, verb: 'create' | 'open' = 'open'): Promise<Laptop> {
  const core = openCore({
    deps: { userName, now: () => (clock += 1000), ...(process.env['ROST_SHOW'] === undefined ? {} : { log: console.error }) },
  });
  await core.client.workspace[verb]({ path });
  const operate = (work: () => void): void => {
    const workspace = core.session.workspace;
    if (workspace === null) throw new Error('the laptop has a workspace open');
    workspace.operations.run({ ...workspace.sourceFor('program'), kind: 'test.change', labelId: 'test.label', isUndoable: true }, work);
  };
  const sql = () => {
    const found = core.session.workspace?.sql;
    if (found === undefined) throw new Error('the laptop has a workspace open');
    return found;
  };
  return {
    core,
    path,
    add: (table, row) => operate(() => sql().insert(table, row)),
    run: (text, params = {}) => operate(() => void sql().run(text, params)),
    all: (text) => core.session.workspace?.db.prepare(text).raw().all() ?? [],
    undo: () => core.client.history.undo({}),
    [Symbol.dispose]: () => core[Symbol.dispose](),
  };
}

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export { id };

/** A project with one questionnaire of two questions, one interview and one theme. */
export function layGround({ add }: Laptop): void {
  add('project', { id: id(1), kind: 'user-evaluation', name: 'Fjordvik', status: 'running' });
  add('wave', { id: id(2), project_id: id(1), ordinal: 1, name: 'Vår' });
  add('questionnaire', { id: id(3), project_id: id(1), name: 'Skjema' });
  add('questionnaire_version', { id: id(4), questionnaire_id: id(3), number: 1, status: 'in-use', languages: 'nb' });
  add('section', { id: id(5), version_id: id(4), ordinal: 1, title: '{"nb":"Del"}' });
  for (const n of [1, 2]) {
    add('variable', { id: id(10 + n), project_id: id(1), name: `v${n}` });
    const question = { section_id: id(5), variable_id: id(10 + n), ordinal: n, number: String(n), wording: '{"nb":"Spørsmål"}' };
    add('question', { id: id(20 + n), key: n, version_id: id(4), type: n === 1 ? 'number' : 'open', ...question });
  }
  add('theme', { id: id(30), number: '1', ordinal: 1, color: 1, definition: '{}' });
  add('theme_term', { id: id(31), theme_id: id(30), language: 'nb', kind: 'preferred', term: 'Ventetid' });
  addInterview({ add } as Laptop, { respondent: 40, interview: 41, key: 1, code: 'R001' });
  add('answer', { interview_key: 1, question_key: 1, num: 6 });
  addText({ add } as Laptop, { text: 42, interviewKey: 1, body: 'Jeg ventet lenge på svar' });
  add('coding', {
    id: id(43),
    text_id: id(42),
    theme_id: id(30),
    coder_id: 'solfrid',
    is_whole: 0,
    start_offset: 4,
    end_offset: 10,
    coded_at: 'x',
  });
}

export function addInterview(
  { add }: Pick<Laptop, 'add'>,
  one: { respondent: number; interview: number; key: number; code: string },
): void {
  add('respondent', { id: id(one.respondent), project_id: id(1), code: one.code });
  add('interview', {
    id: id(one.interview),
    key: one.key,
    project_id: id(1),
    respondent_id: id(one.respondent),
    wave_id: id(2),
    version_id: id(4),
    kind: 'person',
    mode: 'paper',
    language: 'nb',
    status: 'started',
    started_at: '2026-03-01T08:00:00Z',
  });
}

export function addText({ add }: Pick<Laptop, 'add'>, one: { text: number; interviewKey: number; body: string }): void {
  const place = { project_id: id(1), kind: 'answer', interview_key: one.interviewKey, question_key: 2, language: 'nb' };
  add('text', { id: id(one.text), body: one.body, ...place });
  add('answer', { interview_key: one.interviewKey, question_key: 2, text_id: id(one.text) });
}

/** Two laptops that begin with the same file. */
export async function twoLaptops(lay: (laptop: Laptop) => void = layGround): Promise<{ mine: Laptop; theirs: Laptop } & Disposable> {
  const folder = aFolder();
  const mine = await openLaptop('solfrid', join(folder, 'a.rost'), 'create');
  for (const name of ['Solfrid', 'Ola', 'Kari'])
    mine.core.session.workspace?.sql.insert('actor', {
      id: name.toLowerCase(),
      user_name: name.toLowerCase(),
      name,
      initials: name.slice(0, 2),
    });
  lay(mine);
  const theirs = await openLaptop('ingrid', copyOf(mine, 'b.rost'));
  return {
    mine,
    theirs,
    [Symbol.dispose]: () => {
      mine[Symbol.dispose]();
      theirs[Symbol.dispose]();
    },
  };
}

let copies = 0;

/** A copy of a laptop's file as it stands now. */
export function copyOf({ path }: Laptop, name = `copy-${(copies += 1)}.rost`): string {
  const folder = join(path, '..', 'copies');
  mkdirSync(folder, { recursive: true });
  copyFileSync(path, join(folder, name));
  return join(folder, name);
}

/** Looks at the other's file as it stands now. */
export async function look(into: Laptop, from: Laptop): Promise<MergeReport> {
  const ticket = await upload(into.core, copyOf(from));
  return (await finish(into.core.client.merge.look({ ticket }))).output;
}

/** Takes over the other's file as it stands now. */
export async function merge(into: Laptop, from: Laptop, choices: Record<string, MergeChoice> = {}) {
  const ticket = await upload(into.core, copyOf(from));
  const report = (await finish(into.core.client.merge.look({ ticket }))).output;
  const { output } = await finish(into.core.client.merge.carryOut({ ticket, fingerprint: report.fingerprint, choices }));
  return { report, counts: output };
}
