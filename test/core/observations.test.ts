import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { ObservationKind } from '../../shared/contract/observations.ts';

const today = '2025-12-08';
let folder: string;
let core: Core;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rost-observations-'));
  const path = join(folder, 'sample.rost');
  buildSample(path);
  core = openCore();
  await core.client.workspace.open({ path });
});
afterEach(() => {
  core[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function get(observationId: string) {
  const found = (await core.client.observations.list({})).observations.find((row) => row.id === observationId);
  if (found === undefined) throw new Error('no such observation');
  return found;
}

async function make(kind: ObservationKind, title: string, more: object = {}): Promise<string> {
  return (await core.client.observations.create({ kind, title, today, ...more })).observationId;
}

describe('what was noted', () => {
  test('[R65] [R66] [R67] [R73] [R81] every kind is kept, counted and found', async () => {
    const { counts } = await core.client.observations.list({});
    expect(counts.all).toBe(8);
    for (const kind of ObservationKind.options) await make(kind, `Prøve ${kind}`);
    for (const kind of ObservationKind.options) {
      const { observations, total } = await core.client.observations.list({ kind, text: 'PRØVE' });
      expect(observations.map((row) => row.title)).toEqual([`Prøve ${kind}`]);
      expect(total).toBe(1);
      expect(observations[0]).toMatchObject({ status: 'new', events: [{ status: 'new', on: today }] });
    }
  });

  test('[R68] [R74] [R92] who stands behind it, whose view it is, and where it holds are written', async () => {
    const [body] = (await core.client.registers.find({ kind: 'bodies', text: '' })).hits;
    const [place] = (await core.client.registers.find({ kind: 'places', text: 'Skogbygda' })).hits;
    const [meeting] = (await core.client.actions.meetings({ text: '' })).hits;
    const id = await make('challenge', 'Likt tilbud i alle deler', { meetingId: meeting?.id });
    await core.client.observations.change({
      observationId: id,
      fields: {
        attribution: 'body',
        attributedBodyId: body?.id ?? null,
        perspective: 'relatives',
        placeId: place?.id ?? null,
        amountAsSaid: 'mange',
      },
    });
    expect(await get(id)).toMatchObject({
      attribution: 'body',
      attributedBody: { id: body?.id },
      perspective: 'relatives',
      place: { id: place?.id },
      amountAsSaid: 'mange',
      meeting: { id: meeting?.id },
    });
    const relatives = await core.client.observations.list({ perspective: 'relatives' });
    expect(relatives.observations.map((row) => row.id)).toEqual([id]);
    const there = await core.client.observations.list({ placeIds: [place?.id ?? ''] });
    expect(there.observations.map((row) => row.id)).toContain(id);
    expect((await core.client.history.undo({})).undone).toMatchObject({ labelId: 'observations.change.undo' });
    expect(await get(id)).toMatchObject({ attribution: null, perspective: null });
  });

  test('[R67] an idea is taken up, done or dropped, each with its day and, dropped, its reason', async () => {
    const id = await make('idea', 'Felles kalender');
    await core.client.observations.setStatus({ observationId: id, status: 'taken-up', happenedOn: today, note: 'i rådet' });
    await expect(core.client.observations.setStatus({ observationId: id, status: 'dropped', happenedOn: today })).rejects.toMatchObject({
      code: 'BAD_MESSAGE',
    });
    await core.client.observations.setStatus({ observationId: id, status: 'dropped', happenedOn: today, note: 'for dyrt' });
    expect((await get(id)).events.map(({ status, note }) => [status, note])).toEqual([
      ['new', null],
      ['taken-up', 'i rådet'],
      ['dropped', 'for dyrt'],
    ]);
  });
});

describe('sharing', () => {
  test('[R65] a good example is carried on to another place, and it is kept where and when', async () => {
    const id = await make('good-example', 'Kveldskaffe');
    const [place] = (await core.client.registers.find({ kind: 'places', text: 'Holmvær' })).hits;
    const share = { observationId: id, placeId: place?.id ?? '', happenedOn: today, note: 'fortalt på møtet' };
    await expect(core.client.observations.share(share)).rejects.toMatchObject({ data: { message: 'observations.error.notShareable' } });
    await core.client.observations.setShareable({ observationId: id, isShareable: true, happenedOn: today });
    await core.client.observations.share(share);
    expect(await get(id)).toMatchObject({ status: 'shared', isShareable: true });
    expect((await get(id)).events.at(-1)).toMatchObject({ status: 'shared', note: `${place?.name ?? ''}: fortalt på møtet` });
    expect((await core.client.history.undo({})).undone).toMatchObject({
      labelId: 'observations.share.undo',
      params: { place: place?.name },
    });
  });

  test('[R73] a case story is shared only once somebody has said how nobody can be known again, and anew when its words change', async () => {
    const id = await make('case-story', 'Egen bolig', { body: 'Etter mange år kjøpte hen sin egen bolig.' });
    const mark = { observationId: id, isShareable: true, happenedOn: today };
    await expect(core.client.observations.setShareable(mark)).rejects.toMatchObject({
      code: 'EVENT_IMPOSSIBLE',
      data: { message: 'observations.error.deidentify' },
    });
    await core.client.observations.setShareable({ ...mark, howDeidentified: 'Sted og yrke er tatt bort' });
    expect(await get(id)).toMatchObject({ isShareable: true, status: 'new' });
    expect((await get(id)).events.at(-1)?.note).toBe('Sted og yrke er tatt bort');
    await core.client.observations.change({ observationId: id, fields: { perspective: 'users' } });
    expect((await get(id)).isShareable).toBe(true);
    await core.client.observations.change({ observationId: id, fields: { body: 'Hen kjøpte bolig i Skogbygda.' } });
    expect((await get(id)).isShareable).toBe(false);
  });

  test('an example that becomes a case story is no longer shareable as it stands', async () => {
    const id = await make('good-example', 'Han på hjørnet');
    await core.client.observations.setShareable({ observationId: id, isShareable: true, happenedOn: today });
    await core.client.observations.change({ observationId: id, fields: { kind: 'case-story' } });
    expect((await get(id)).isShareable).toBe(false);
  });
});
