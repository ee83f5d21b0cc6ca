import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { InterviewId, ProjectId, RespondentId, WaveId } from '../../shared/model/ids.ts';

/** A core on its own copy of the sample. */
export interface Opened extends Disposable {
  readonly core: Core;
  readonly client: Core['client'];
  readonly path: string;
  readonly projectId: ProjectId;
  /** The latest wave. */
  readonly waveId: WaveId;
  /** The first value of the first row. */
  readonly one: (sql: string, params?: Record<string, string | number>) => unknown;
  readonly respondent: (code: string) => RespondentId;
  readonly interview: (code: string) => InterviewId;
}

let built: string | null = null;
let copies = 0;

/** The sample is built once for a run of tests. */
export function openFieldwork(): Opened {
  if (built === null) {
    built = join(mkdtempSync(join(tmpdir(), 'rost-fieldwork-')), 'sample.rost');
    buildSample(built);
  }
  copies += 1;
  const path = built.replace('sample.rost', `copy-${copies}.rost`);
  copyFileSync(built, path);
  const core = openCore({ windowId: 'fieldwork' });
  core.session.open(path);
  const one = (sql: string, params: Record<string, string | number> = {}): unknown =>
    Object.values(core.session.workspace.sql.get(z.record(z.string(), z.unknown()), sql, params) ?? {})[0];
  const projectId = ProjectId.parse(one("SELECT id FROM project WHERE kind = 'user-evaluation'"));
  return {
    core,
    client: core.client,
    path,
    projectId,
    waveId: WaveId.parse(one('SELECT id FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC LIMIT 1', { projectId })),
    one,
    respondent: (code) =>
      RespondentId.parse(one('SELECT id FROM respondent WHERE project_id = :projectId AND code = :code', { projectId, code })),
    interview: (code) =>
      InterviewId.parse(
        one(
          'SELECT interview.id FROM interview JOIN respondent ON respondent.id = respondent_id WHERE interview.project_id = :projectId AND code = :code',
          { projectId, code },
        ),
      ),
    [Symbol.dispose]: () => core[Symbol.dispose](),
  };
}

/** What a refusal looks like. */
export function refused(code: string, params: Record<string, unknown> = {}): unknown {
  return expect.objectContaining({ code, data: expect.objectContaining({ params: expect.objectContaining(params) }) });
}
