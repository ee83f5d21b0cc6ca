import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-registers-find-'));
let core: Core;

beforeAll(async () => {
  const path = join(folder, 'sample.rost');
  buildSample(path);
  core = openCore();
  await core.client.workspace.open({ path });
});

afterAll(() => {
  core[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function find(kind: 'places' | 'organisations' | 'people' | 'bodies' | 'services', text: string, on?: string) {
  return (await core.client.registers.find({ kind, text, ...(on === undefined ? {} : { on }) })).hits;
}

describe('finding in the registers', () => {
  test('[F90] names are found whatever their case and diacritics, the ones that begin so first', async () => {
    const [best] = await find('organisations', 'alvnas');
    expect(best?.name).toBe('Älvnäs kommun');
    expect((await find('organisations', 'ROST')).map(({ name }) => name)).toContain('Røstlaget Fjordvik');
    const hits = await find('organisations', 'fjord');
    expect(hits[0]?.name.startsWith('Fjord')).toBe(true);
    expect(hits.map(({ name }) => name)).toContain('Pårørendelaget ved fjorden');
  });

  test('[R1] a place is told by code and years, and the one valid on the day comes first', async () => {
    const [before] = await find('places', 'Fjordvik', '2021-05-01');
    const [now] = await find('places', 'Fjordvik', '2025-05-01');
    expect(before?.detail).toContain('9921, 2020–2023');
    expect(now?.detail).toContain('9931, 2024–');
    expect((await find('places', 'Fjordvik', '2025-05-01')).map(({ id }) => id)).toContain(before?.id);
    expect((await find('places', '9931'))[0]?.id).toBe(now?.id);
  });

  test('[R20][R31] a person is told by the role of that day; without one, by the latest with its years', async () => {
    const told = async (on?: string) => (await find('people', 'solfrid', on))[0]?.detail;
    expect(await told('2021-01-01')).toBe('styremedlem, Røstlaget Fjordvik');
    expect(await told('2025-01-01')).toBe('Erfaringskonsulent, Erfaringsloftet');
    expect(await told()).toBe('Erfaringskonsulent, Erfaringsloftet');
    expect(await told('2010-01-01')).toBe('Erfaringskonsulent, Erfaringsloftet, 2022–');
  });

  test('[R31] people are also found by their role and where it is held, after those whose name it is', async () => {
    const names = (await find('people', 'edru sammen')).map(({ name }) => name);
    expect(names).toEqual(['Kolbein Tindhaug']);
    const page = await core.client.registers.list({ kind: 'people', text: 'samordnare' });
    expect(page.total).toBe(1);
  });

  test('who types å means å, and finds it before a; who types a finds both', async () => {
    for (const name of ['Åledal', 'Aledal']) await core.client.registers.quickAdd({ kind: 'organisations', name });
    const names = async (text: string) => (await find('organisations', text)).map(({ name }) => name);
    expect([await names('åleda'), await names('aleda')]).toEqual([
      ['Åledal', 'Aledal'],
      ['Aledal', 'Åledal'],
    ]);
    await core.client.history.undo({});
    await core.client.history.undo({});
  });

  test('nothing is found for words that are nowhere, and no more than was asked for', async () => {
    expect(await find('services', 'finnes ikke')).toEqual([]);
    expect((await core.client.registers.find({ kind: 'people', text: '', limit: 3 })).hits).toHaveLength(3);
  });

  test('[F5] an entry made while picking has its name, is found at once, and is undone', async () => {
    for (const kind of ['places', 'organisations', 'people', 'bodies', 'services'] as const) {
      const { id } = await core.client.registers.quickAdd({ kind, name: 'Østre Prøvested' });
      expect((await find(kind, 'ostre prove')).map((hit) => hit.id)).toEqual([id]);
      await core.client.history.undo({});
      expect(await find(kind, 'ostre prove')).toEqual([]);
    }
  });

  test('[R31] people are found by where they are by the name it has now, also after it was changed and after undo', async () => {
    const [place] = await find('organisations', 'Edru sammen');
    const byRole = async (text: string) => (await find('people', text)).map(({ name }) => name);
    expect(await byRole('edru sammen')).toEqual(['Kolbein Tindhaug']);
    await core.client.registers.change({ kind: 'organisations', id: place?.id ?? '', fields: { name: 'Nyktert fellesskap' } });
    expect([await byRole('edru sammen'), await byRole('nyktert')]).toEqual([[], ['Kolbein Tindhaug']]);
    await core.client.history.undo({});
    expect([await byRole('edru sammen'), await byRole('nyktert')]).toEqual([['Kolbein Tindhaug'], []]);
  });
});
