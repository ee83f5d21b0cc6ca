import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import type { ParticipationStatus } from '../../shared/model/participation.ts';
import type { AnalysisFixture, Person } from './analysis-fixture.ts';
import { ground, write } from './patterns-fixture.ts';

type Ends = Readonly<Partial<Record<ParticipationStatus, number>>>;

let asked = 0;

/** Puts so many persons on the list of the second wave, by what became of them. */
function listed(core: Core, { projectId, waves }: AnalysisFixture, ends: Ends): void {
  const { sql, newId } = { sql: core.session.workspace.sql, newId: () => core.session.workspace.newId() };
  write(core, () => {
    for (const [kind, count] of Object.entries(ends))
      for (let at = 0; at < count; at += 1) {
        asked += 1;
        const id = newId();
        sql.insert('respondent', { id, project_id: projectId, code: `L${asked}` });
        const event = { respondent_id: id, wave_id: waves[1], precision: 'exact' };
        sql.insert('disposition_event', { id: newId(), ...event, kind: 'invited', happened_on: '2025-05-01' });
        if (kind !== 'invited') sql.insert('disposition_event', { id: newId(), ...event, kind, happened_on: '2025-05-10' });
      }
  });
}

async function released(core: Core, { projectId, waves }: AnalysisFixture, wave: 0 | 1 = 1) {
  const figures = await core.client.fieldwork.responseFigures({ projectId });
  return figures.waves.find(({ waveId }) => waveId === waves[wave])?.released;
}

async function exported(
  core: Core,
  { projectId, waves }: AnalysisFixture,
  format: 'svg' | 'png' | 'csv',
  wave: 0 | 1 = 1,
): Promise<Buffer> {
  const steps = await core.client.fieldwork.exportResponse({
    projectId,
    waveId: waves[wave],
    format,
    language: 'nb',
    recipient: 'Rådet i Fjordvik',
  });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return readFileSync(join(core.session.deps.temporaryFolder, 'out', step.value.ticket));
  }
}

function rowsOf(csv: Buffer): string[][] {
  const lines = csv.toString('utf8').replaceAll('\u00A0', ' ').split('\r\n');
  return lines.filter((line) => line !== '' && !/^\uFEFF?"?#/u.test(line)).map((line) => line.split(';'));
}

const many: Ends = { complete: 40, partial: 8, declined: 12, 'not-reached': 30, invited: 30 };

describe('response figures that leave', () => {
  it('issue 6.6 [R53]: the way of those asked, as a picture and as numbers, entered with what could be subtracted', async () => {
    const { core, fixture } = await ground([]);
    using _ = core;
    listed(core, fixture, many);
    expect(await released(core, fixture)).toEqual({ kind: 'funnel', invited: 120, reached: 60, began: 48, complete: 40, isRr1: true });
    expect(rowsOf(await exported(core, fixture, 'csv'))).toEqual([
      ['Trinn', 'Antall', 'Andel av de spurte'],
      ['Spurt', '120', ''],
      ['Nådd', '60', '50 %'],
      ['Begynte', '48', '40 %'],
      ['Fullførte', '40', '33 %'],
    ]);
    const svg = (await exported(core, fixture, 'svg')).toString('utf8').replaceAll('\u00A0', ' ');
    expect(svg).toContain('33 % av de spurte fullførte');
    expect(svg).toMatch(/<desc[^>]*>Trakt fra spurt til fullført/u);
    expect(svg).toContain('Utlevering 2');
    expect([...(await exported(core, fixture, 'png')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    const rows = core.session.workspace.sql.all(
      z.object({ format: z.string(), figures: z.string() }),
      'SELECT format, figures FROM release ORDER BY number',
    );
    expect(rows.map(({ format }) => format)).toEqual(['csv', 'svg', 'png']);
    const { claims } = z
      .object({ claims: z.array(z.object({ item: z.string(), base: z.int() })) })
      .parse(JSON.parse(rows[1]?.figures ?? ''));
    expect(claims.map(({ item, base }) => [item, base])).toEqual([120, 60, 48, 40].map((base) => ['response', base]));
  });

  it('issue 6.6: a step that is a few from another is hidden, and no byte of a file tells what it was', async () => {
    const made = async (started: number) => {
      const { core, fixture } = await ground([]);
      using _ = core;
      listed(core, fixture, { complete: 40, started, declined: 20 - started, invited: 60 });
      const files = [];
      for (const format of ['csv', 'svg', 'png'] as const) files.push((await exported(core, fixture, format)).toString('base64'));
      return { figures: await released(core, fixture), files };
    };
    const [two, three] = [await made(2), await made(3)];
    expect(two.figures).toMatchObject({ invited: 120, reached: 60, began: null, complete: 40 });
    expect(three).toEqual(two);
  });

  it('issue 6.6: a few more than in a file that is out is refused, and the same again is not', async () => {
    const { core, fixture } = await ground([]);
    using _ = core;
    listed(core, fixture, many);
    await exported(core, fixture, 'csv');
    await exported(core, fixture, 'svg');
    listed(core, fixture, { complete: 2 });
    await expect(exported(core, fixture, 'csv')).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
    listed(core, fixture, { complete: 30, invited: 10 });
    await exported(core, fixture, 'csv');
  });

  it('[R53] without a list there is no funnel, only how many took part', async () => {
    const people = Array.from({ length: 30 }, (_, at): Person => ({
      code: `R${at}`,
      answers: {},
      status: at < 20 ? 'complete' : 'partial',
    }));
    const { core, fixture } = await ground(people);
    using _ = core;
    expect(await released(core, fixture, 0)).toEqual({ kind: 'participation', took: 30, complete: 20 });
    await expect(exported(core, fixture, 'svg', 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const csv = await exported(core, fixture, 'csv', 0);
    expect(csv.toString('utf8')).toContain('Tallet er deltakelse, ikke svarprosent');
    expect(rowsOf(csv)).toEqual([
      ['Trinn', 'Antall'],
      ['Deltok', '30'],
      ['Ferdige intervjuer', '20'],
    ]);
  });

  it('issue 6.6: fewer than the smallest base leave nothing', async () => {
    const { core, fixture } = await ground([]);
    using _ = core;
    listed(core, fixture, { complete: 6, declined: 3 });
    expect(await released(core, fixture)).toEqual({ kind: 'few' });
    await expect(exported(core, fixture, 'csv')).rejects.toMatchObject({ code: 'TOO_FEW' });
  });

  it('[R53] where somebody asked was not in the target group, the share is not called RR1', async () => {
    const { core, fixture } = await ground([]);
    using _ = core;
    listed(core, fixture, { ...many, 'not-eligible': 6 });
    expect(await released(core, fixture)).toMatchObject({ invited: 126, reached: 66, isRr1: false });
    expect((await exported(core, fixture, 'csv')).toString('utf8')).not.toContain('RR1');
  });
});
