import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PatternFile } from '../../shared/contract/patterns.ts';
import type { ReleasedCell } from '../../shared/model/exhibit.ts';
import { convert, officeSkip } from '../support/office.ts';
import type { Person } from './analysis-fixture.ts';
import { exported, ground } from './patterns-fixture.ts';

/** What no file may tell: some number under the threshold of five. Whatever it is, every figure that may be seen is the same. */
type Secret = 3 | 4;

/** A hundred and fifty persons, one in five with each score. */
function people(themesOf: (at: number, score: number) => readonly string[]): Person[] {
  return Array.from({ length: 150 }, (_, at) => {
    const score = 1 + (at % 5);
    return {
      code: `R${at + 1}`,
      answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: score } },
      themes: themesOf(at, score),
    };
  });
}

/** Of the dissatisfied so many speak of waiting, of those between the rest of seven, of the satisfied forty. */
function scored(secret: Secret): Person[] {
  const seen = { low: 0, between: 0, high: 0 };
  const most = { low: secret, between: 7 - secret, high: 40 };
  return people((at, score) => {
    const group = score <= 2 ? 'low' : score === 3 ? 'between' : 'high';
    seen[group] += 1;
    // All of them speak of access too, under which waiting stands.
    return [
      ...(seen[group] <= most[group] ? ['Ventetid'] : []),
      ...(at % 2 === 0 ? ['Informasjon'] : []),
      ...(at < 105 ? ['Tilgang'] : []),
    ];
  });
}

/** So many speak of access and of information. */
function meetings(secret: Secret): Person[] {
  return people((at) => [
    ...(at % 3 === 0 ? ['Ventetid'] : []),
    ...(at % 2 === 0 ? ['Informasjon'] : []),
    ...(hasAccess(at, secret) ? ['Tilgang'] : []),
  ]);
}

/** 35 persons: `secret` of them with an even number, 11 who wait too, the others neither. */
function hasAccess(at: number, secret: Secret): boolean {
  if (at % 6 === 3) return at < 66;
  if (at % 3 === 0) return false;
  const place = Math.floor(at / 6) * 2 + Number(at % 6 > 2);
  return at % 2 === 0 ? place < secret : place < 24 - secret;
}

/** The rows of the first table of a Word document, as LibreOffice reads it. */
function wordTable(bytes: Uint8Array): string[][] {
  const html = convert(bytes, 'm.docx', 'html:XHTML Writer File:UTF8').toString('utf8');
  const table = /<table[\s\S]*?<\/table>/u.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr[\s\S]*?<\/tr>/gu)].map(([row]) =>
    [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/gu)].map(([, cell = '']) => plainText(cell)),
  );
}

function plainText(html: string): string {
  return html
    .replaceAll(/<\/p>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll(/&#160;|\u00A0/gu, ' ')
    .trim();
}

/** The rows of the first sheet of a workbook, as LibreOffice reads it. */
function sheetRows(bytes: Uint8Array): string[][] {
  const text = convert(bytes, 'm.xlsx', 'csv:Text - txt - csv (StarCalc):9,0,76').toString('utf8');
  return text.split('\n').map((line) => line.replaceAll('\u00A0', ' ').split('\t'));
}

/** Everything a file holds, unpacked; but for when it was made and for names the program gives by chance. */
function contents(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      strFromU8(part)
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'TIME')
        .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gu, 'ID'),
    ]),
  );
}

function cellWords(cell: ReleasedCell): string {
  return cell.state === 'shown' ? `${cell.percent} % (${cell.low}–${cell.high})` : cell.state === 'hidden' ? ':' : '?';
}

function decimals(share: number): string {
  return share.toFixed(2).replace('.', ',');
}

const skip = officeSkip('writer') ?? officeSkip('calc');
if (skip !== null) process.stdout.write(`patterns-files: ${skip}\n`);

describe('patterns as files', () => {
  it.skipIf(skip !== null)(
    '[F59] issue 5.13: themes that meet, in Word, are the shown pairs of the screen and `:` for the others',
    async () => {
      const { core, fixture, nameOf } = await ground(meetings(3));
      using _core = core;
      const found = await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' });
      const file: PatternFile = { view: 'together', unit: 'person', scope: 'own', measure: 'jaccard' };
      const [, ...rows] = wordTable((await exported(core, fixture, file, 'docx')).bytes);
      const count = new Map(found.themes.map(({ themeId, count: n }) => [themeId as string, String(n)]));
      expect(rows).toEqual(
        found.pairs.map(({ first, second, both, jaccard, isHidden }) => [
          nameOf(first),
          nameOf(second),
          count.get(first),
          count.get(second),
          ...(isHidden ? [':', ':'] : [String(both), decimals(jaccard)]),
        ]),
      );
      expect(rows.map((row) => row.slice(2))).toEqual([
        ['50', '75', '25', '0,25'],
        ['35', '50', '11', '0,15'],
        ['35', '75', ':', ':'],
      ]);
    },
  );

  it.skipIf(skip !== null)('issue 5.13: the curve of themes, in Word, is that of the screen from the threshold on', async () => {
    const { core, fixture } = await ground(meetings(3));
    using _core = core;
    const { curve, threshold, cases: counted } = await core.client.patterns.saturation({ projectId: fixture.projectId, scope: 'own' });
    const [, ...rows] = wordTable((await exported(core, fixture, { view: 'saturation', scope: 'own' }, 'docx')).bytes);
    expect(curve).toHaveLength(counted.length + 1);
    expect(rows).toEqual(curve.map((themes, cases) => [String(cases), decimals(themes)]).slice(threshold));
  });

  it.skipIf(skip !== null)('issue 5.13: themes beside a score, in Word and Excel, are the released shares and nothing else', async () => {
    const { core, fixture } = await ground(scored(3));
    using _core = core;
    const of = { projectId: fixture.projectId, variableId: fixture.variables.respekt };
    const { view } = await core.client.patterns.joint({ ...of, language: 'nb' });
    const wanted = view.released.rows.map(({ label, cells }) => [label, ...cells.map(cellWords)]);
    expect(wanted.flat().filter((cell) => cell === ':').length).toBeGreaterThanOrEqual(2);
    const file: PatternFile = { view: 'joint', variableId: of.variableId };
    const width = view.released.columns.length + 1;
    const [, ...word] = wordTable((await exported(core, fixture, file, 'docx')).bytes);
    expect(word.map((row) => row.slice(0, width))).toEqual(wanted);
    const excel = sheetRows((await exported(core, fixture, file, 'xlsx')).bytes);
    const first = excel.findIndex(([label]) => label === wanted[0]?.[0]);
    expect(excel.slice(first, first + wanted.length).map((row) => row.slice(0, width))).toEqual(wanted);
  });

  it('[F38] [F57] issue 5.13: whatever the hidden numbers are, every byte of a file is the same', async () => {
    const formats = ['docx', 'xlsx'] as const;
    const made = async (make: (secret: Secret) => Person[], secret: Secret, view: 'together' | 'joint') => {
      const { core, fixture, idOf } = await ground(make(secret));
      using _core = core;
      const pair = (await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' })).pairs.find(
        ({ first, second }) => first === idOf('Tilgang') && second === idOf('Informasjon'),
      );
      const inside = await core.client.analysis.insideView({
        projectId: fixture.projectId,
        definition: {
          kind: 'themes',
          rows: 'themes',
          columns: fixture.variables.respekt,
          cuts: [[1, 2], [3], [4, 5]],
          language: 'nb',
          percent: 'column',
        },
      });
      const low = inside.rows.find(({ key }) => key === idOf('Ventetid'))?.cells[1]?.count;
      const file: PatternFile =
        view === 'together' ? { view, unit: 'person', scope: 'own', measure: 'jaccard' } : { view, variableId: fixture.variables.respekt };
      const files = [];
      for (const format of formats) files.push(contents((await exported(core, fixture, file, format)).bytes));
      return { secret: view === 'together' ? pair?.both : low, files };
    };
    for (const [make, view] of [
      [meetings, 'together'],
      [scored, 'joint'],
    ] as const) {
      const [three, four] = [await made(make, 3, view), await made(make, 4, view)];
      expect([three.secret, four.secret]).toEqual([3, 4]);
      expect(three.files).toEqual(four.files);
    }
  });

  it('[F59] issue 6.9: themes that meet, as a picture, are the persons of the screen; what is hidden is nowhere in it', async () => {
    const made = async (secret: Secret) => {
      const { core, fixture, idOf } = await ground(meetings(secret));
      using _core = core;
      const { released } = await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' });
      const of = (one: string, other: string) =>
        released?.pairs.find(({ first, second }) => [first, second].every((id) => id === idOf(one) || id === idOf(other)))?.n;
      const file: PatternFile = { view: 'together', unit: 'person', scope: 'own', measure: 'jaccard' };
      const [svg, png] = [await exported(core, fixture, file, 'svg'), await exported(core, fixture, file, 'png')];
      return {
        released: [of('Ventetid', 'Informasjon'), of('Ventetid', 'Tilgang'), of('Tilgang', 'Informasjon')],
        svg: Buffer.from(svg.bytes).toString('utf8'),
        png: Buffer.from(png.bytes).toString('base64'),
      };
    };
    const [three, four] = [await made(3), await made(4)];
    expect(three.released).toEqual([25, 11, null]);
    expect(three.svg).toMatch(/<desc[^>]*>Matrise over temaer/u);
    expect(three.svg).toContain('Ett tall er skjult');
    expect(Buffer.from(three.png, 'base64').toString('latin1', 1, 4)).toBe('PNG');
    expect(three.svg).not.toContain('data-');
    expect(four).toEqual(three);
  });

  it('[F59] what is counted in words or texts is no picture of persons', async () => {
    const { core, fixture } = await ground(meetings(3));
    using _core = core;
    for (const unit of ['answer', 'segment'] as const) {
      expect((await core.client.patterns.together({ projectId: fixture.projectId, unit, scope: 'own' })).released).toBeNull();
      const file: PatternFile = { view: 'together', unit, scope: 'own', measure: 'jaccard' };
      await expect(exported(core, fixture, file, 'svg')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('issue 6.6: a theme a few from the one it stands under is hidden, and so is how few have neither of two that never meet', async () => {
    const inLine = await ground(people((at) => (at < 60 ? ['Ventetid'] : at < 63 ? ['Tilgang'] : at < 100 ? ['Informasjon'] : [])));
    using _inLine = inLine.core;
    const branch = await inLine.core.client.patterns.together({ projectId: inLine.fixture.projectId, unit: 'person', scope: 'branch' });
    // 63 mention access, 60 of them waiting, which stands under it.
    expect(branch.released?.themes).toEqual([
      { themeId: inLine.idOf('Tilgang'), n: 63 },
      { themeId: inLine.idOf('Ventetid'), n: null },
      { themeId: inLine.idOf('Informasjon'), n: 37 },
    ]);
    expect(branch.released?.pairs.filter(({ isLine }) => isLine)).toHaveLength(1);
    // 60 mention access and information, 57 of them waiting and information: three only the rest of access.
    const pair = await ground(
      people((at) => [
        ...(at < 80 ? ['Ventetid'] : at < 90 ? ['Tilgang'] : []),
        ...(at < 57 || (at >= 80 && at < 83) || at >= 120 ? ['Informasjon'] : []),
      ]),
    );
    using _pair = pair.core;
    const near = await pair.core.client.patterns.together({ projectId: pair.fixture.projectId, unit: 'person', scope: 'branch' });
    expect(near.released?.pairs.filter(({ isLine }) => !isLine).map(({ n }) => n)).toEqual([60, null]);
    const apart = await ground(people((at) => (at < 80 ? ['Ventetid'] : at < 147 ? ['Informasjon'] : [])));
    using _apart = apart.core;
    const own = await apart.core.client.patterns.together({ projectId: apart.fixture.projectId, unit: 'person', scope: 'own' });
    expect(own.released?.themes.map(({ n }) => n)).toEqual([80, 67]);
    expect(own.pairs).toEqual([]);
    expect(own.released?.pairs).toMatchObject([{ n: null, isLine: false }]);
  });
});
