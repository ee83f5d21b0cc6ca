import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { ReportId } from '../../shared/model/ids.ts';
import { refused } from '../support/refused.ts';
import { makeCodingFixture, type CodingFixture } from './coding-fixture.ts';
import { append, emptyReport } from './reports-fixture.ts';

let core: Core;
let at: CodingFixture;
let reportId: ReportId;
let clock: number;

beforeEach(async () => {
  clock = Date.parse('2026-03-01T08:00:00Z');
  core = openCore({ deps: { now: () => clock } });
  at = await makeCodingFixture(core, [{ code: 'R001', body: 'Ventet lenge.' }]);
  reportId = await emptyReport(core, at.projectId);
  return () => core[Symbol.dispose]();
});

function later(): void {
  clock += 60_000;
}

async function words(): Promise<string[]> {
  return (await core.client.reports.blocks({ reportId })).blocks.map(({ body, kind }) => (body === '' ? kind : body));
}

async function undo(): Promise<void> {
  await core.client.history.undo({});
}

function text(body: string) {
  return { kind: 'text' as const, body };
}

function heading(body: string, level = 1) {
  return { kind: 'heading' as const, body, options: { level } };
}

describe('a report and its blocks', () => {
  test('[R84] a report begins with a title, a kind, a year and a language, and undo takes it away', async () => {
    const { reports } = await core.client.reports.list({ projectId: at.projectId });
    expect(reports).toMatchObject([{ title: 'Rapport', kind: 'other', language: 'nb', year: 2026, blockCount: 0, latest: null }]);
    await core.client.reports.change({ reportId, title: 'Sluttrapport', byline: 'Panelet', authors: ' ', year: 2025 });
    expect((await core.client.reports.document({ reportId })).title).toBe('Sluttrapport');
    expect(await core.client.reports.document({ reportId })).toMatchObject({ byline: 'Panelet', authors: null, year: 2025 });
    await undo();
    expect((await core.client.reports.document({ reportId })).title).toBe('Rapport');
    await undo();
    expect((await core.client.reports.list({ projectId: at.projectId })).reports).toEqual([]);
  });

  test('blocks are put in after another one, first, and many at once; each is one step', async () => {
    const [a, b] = await append(core, reportId, [text('a'), text('b')]);
    later();
    await core.client.reports.insert({ reportId, after: a ?? null, blocks: [text('mellom')] });
    later();
    await core.client.reports.insert({ reportId, after: null, blocks: [heading('Først'), text('så')] });
    expect(await words()).toEqual(['Først', 'så', 'a', 'mellom', 'b']);
    await undo();
    expect(await words()).toEqual(['a', 'mellom', 'b']);
    await undo();
    expect(await words()).toEqual(['a', 'b']);
    expect(b).toBeDefined();
    await expect(core.client.reports.insert({ reportId, after: at.serviceId, blocks: [text('x')] })).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('something put into a section stands under what is there, before the next heading, and the place is remembered', async () => {
    const ids = await append(core, reportId, [heading('Én'), text('en'), heading('Én én', 2), text('to'), heading('To')]);
    await core.client.reports.insertInSection({ reportId, headingId: ids[0] ?? null, blocks: [text('hit')] });
    later();
    await core.client.reports.insertInSection({ reportId, headingId: ids[2] ?? null, blocks: [text('dit')] });
    expect(await words()).toEqual(['Én', 'en', 'hit', 'Én én', 'to', 'dit', 'To']);
    const [place] = (await core.client.reports.places({ projectId: at.projectId })).places;
    expect(place).toMatchObject({ reportId, isLast: true });
    expect(place?.headings.map(({ number, text: name, isLast }) => [number, name, isLast])).toEqual([
      ['1', 'Én', false],
      ['1.1', 'Én én', true],
      ['2', 'To', false],
    ]);
    await undo();
    expect((await core.client.reports.places({ projectId: at.projectId })).places[0]?.headings.find(({ isLast }) => isLast)?.text).toBe(
      'Én',
    );
    await core.client.reports.insertInSection({ reportId, headingId: null, blocks: [text('sist')] });
    expect((await words()).at(-1)).toBe('sist');
  });

  test('typing in one go is one step; a text can become a heading and back', async () => {
    const [id = ''] = await append(core, reportId, [text('H')]);
    later();
    for (const body of ['Hv', 'Hva', 'Hva vi']) {
      clock += 800;
      await core.client.reports.changeBlock({ blockId: id, body });
    }
    later();
    await core.client.reports.changeBlock({ blockId: id, kind: 'heading', body: 'Hva vi fant', options: { level: 2 } });
    expect((await core.client.reports.blocks({ reportId })).blocks[0]).toMatchObject({
      kind: 'heading',
      options: { level: 2 },
      label: 'Hva vi fant',
    });
    await undo();
    expect(await words()).toEqual(['Hva vi']);
    await undo();
    expect(await words()).toEqual(['H']);
  });

  test('a heading takes its section along when that is asked for', async () => {
    const ids = await append(core, reportId, [heading('A'), text('a'), heading('A1', 2), text('a1'), heading('B'), text('b')]);
    const move = { reportId, blockIds: [ids[0] ?? ''], after: ids[5] ?? null, withSection: true };
    await core.client.reports.move(move);
    expect(await words()).toEqual(['B', 'b', 'A', 'a', 'A1', 'a1']);
    await undo();
    await core.client.reports.move({ ...move, withSection: false });
    expect(await words()).toEqual(['a', 'A1', 'a1', 'B', 'b', 'A']);
    await core.client.reports.move({ reportId, blockIds: [ids[4] ?? '', ids[1] ?? ''], after: null, withSection: false });
    expect(await words()).toEqual(['B', 'a', 'A1', 'a1', 'b', 'A']);
  });

  test('blocks that are taken away come back with one undo', async () => {
    const ids = await append(core, reportId, [text('a'), text('b'), text('c')]);
    later();
    await core.client.reports.remove({ blockIds: [ids[0] ?? '', ids[2] ?? ''] });
    expect(await words()).toEqual(['b']);
    await undo();
    expect(await words()).toEqual(['a', 'b', 'c']);
  });

  test('a report shows only what is of its own project', async () => {
    const foreign = { kind: 'exhibit' as const, exhibitId: at.serviceId };
    await expect(core.client.reports.insert({ reportId, after: null, blocks: [foreign] })).rejects.toEqual(refused('NOT_FOUND'));
    expect(await words()).toEqual([]);
  });

  test('headings are numbered, those that are not to be do not count, and a jumped level counts as its first', async () => {
    await append(core, reportId, [
      heading('A'),
      heading('A a', 2),
      heading('A a a', 3),
      heading('A b', 2),
      { ...heading('Uten'), options: { level: 1, isNumbered: false } },
      heading('B'),
      heading('B b a', 3),
      { kind: 'contents' },
    ]);
    const { blocks } = await core.client.reports.document({ reportId });
    const numbers = blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'heading' ? [part.number] : [])));
    expect(numbers).toEqual(['1', '1.1', '1.1.1', '1.2', null, '2', '2.1.1']);
    const contents = blocks.at(-1)?.parts[0];
    expect(contents?.kind === 'contents' ? contents.entries.map((entry) => entry.text) : []).toEqual([
      'A',
      'A a',
      'A a a',
      'A b',
      'Uten',
      'B',
      'B b a',
    ]);
  });
});

test('moving, taking away and putting in at random can all be undone, to the same report as at the start', async () => {
  await append(core, reportId, [heading('A'), text('a'), heading('A1', 2), text('b'), heading('B'), text('c')]);
  const start = await core.client.reports.blocks({ reportId });
  const step = fc.record({
    what: fc.constantFrom('move', 'remove', 'insert'),
    from: fc.nat(20),
    to: fc.nat(20),
    withSection: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      let done = 0;
      for (const { what, from, to, withSection } of steps) {
        later();
        const { blocks } = await core.client.reports.blocks({ reportId });
        const id = blocks[from % Math.max(1, blocks.length)]?.id;
        const after = to === 0 ? null : (blocks[to % Math.max(1, blocks.length)]?.id ?? null);
        const before = (await core.client.history.next({})).undo?.seq;
        if (what === 'insert') await core.client.reports.insert({ reportId, after, blocks: [text(`n${from}`)] });
        else if (id === undefined) continue;
        else if (what === 'move') await core.client.reports.move({ reportId, blockIds: [id], after, withSection });
        else await core.client.reports.remove({ blockIds: [id] });
        // What changed nothing leaves no step.
        if ((await core.client.history.next({})).undo?.seq !== before) done += 1;
        const now = await core.client.reports.blocks({ reportId });
        expect(new Set(now.blocks.map((block) => block.id)).size).toBe(now.blocks.length);
      }
      for (let each = 0; each < done; each += 1) await undo();
      expect(await core.client.reports.blocks({ reportId })).toEqual(start);
    }),
    { numRuns: 30 },
  );
}, 60_000);
