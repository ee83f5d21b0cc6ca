import { readXlsx, writeXlsx as writeWorkbook, type CellValue } from 'hucre';
import { writeSvg, writeXlsx } from '../../electron/core/features/analysis/files/index.ts';
import { exhibitGrid } from '../../electron/core/features/analysis/files/exhibit-grid.ts';
import { createChance } from '../../scripts/sample/random.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { baseOfSize, crosstabExhibit, likertExhibit, made, shown, wordsOf } from '../formats/exhibit-fixtures.ts';
import { contest } from './contest.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';

function counts(seed: number, length: number): { counts: number[]; n: number } {
  const chance = createChance(seed);
  const drawn = Array.from({ length }, () => 30 + chance.below(400));
  return { counts: drawn, n: drawn.reduce((sum, count) => sum + count, 0) };
}

/** A battery of 100 items with five answers. */
function longLikert(): ReleasedExhibit {
  const example = likertExhibit();
  const rows = Array.from({ length: 100 }, (_, at) => {
    const row = counts(at, example.columns.length);
    return {
      key: `q${at}`,
      label: `Får du være med og bestemme om punkt ${at + 1} i planen din?`,
      base: baseOfSize(row.n),
      cells: row.counts.map((count) => shown(count, row.n)),
    };
  });
  return made({ ...example, rows });
}

/** 100 answers in 20 groups: 8,000 fields in a file. */
function wideCrosstab(): ReleasedExhibit {
  const example = crosstabExhibit();
  const groups = Array.from({ length: 20 }, (_, at) => counts(1000 + at, 100));
  const columns = groups.map(({ n }, at) => ({ key: `c${at}`, label: `Bygd ${at + 1}`, base: baseOfSize(n) }));
  const rows = Array.from({ length: 100 }, (_, row) => ({
    key: `a${row}`,
    label: `Svar ${row + 1}`,
    base: null,
    cells: groups.map((group) => shown(group.counts[row] ?? 0, group.n)),
  }));
  return made({ ...example, columns, rows, scale: null });
}

async function likert(): Promise<Result> {
  const exhibit = longLikert();
  const words = wordsOf(exhibit);
  const draw = (): Uint8Array => writeSvg(exhibit, words, { palette: 'light', width: 680 });
  const found = await contest(
    { name: 'writeSvg', calls: 5, run: draw },
    { name: 'JSON.stringify of the exhibit', calls: 5, run: () => JSON.stringify(exhibit) },
  );
  const svg = new TextDecoder().decode(draw());
  const percents = exhibit.rows.flatMap(({ cells }) => cells).length;
  // The answer in the middle is drawn as two halves, one at each side of the centre.
  const drawn = svg.match(/<rect/gu)?.length ?? 0;
  if (drawn < percents) throw new Error(`chart.likert: ${drawn} rectangles for ${percents} figures`);
  return fromContest('chart.likert', '100 × 5', found, { note: `${Math.round(svg.length / 1024)} KiB of SVG` });
}

async function workbook(): Promise<Result> {
  const exhibit = wideCrosstab();
  const words = wordsOf(exhibit);
  const grid = exhibitGrid(exhibit, words);
  const plain: CellValue[][] = [
    [...grid.header],
    ...grid.rows.map(({ label, cells }) => [label, ...cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.value))]),
  ];
  const write = (): Promise<Uint8Array> => writeXlsx(exhibit, words);
  const found = await contest(
    { name: 'writeXlsx', calls: 3, run: write },
    { name: 'hucre, same values, no styles', calls: 3, run: () => writeWorkbook({ sheets: [{ name: 'Ark 1', rows: plain }] }) },
  );
  const read = (await readXlsx(await write())).sheets[0]?.rows ?? [];
  const top = read.findIndex((row) => row[1] === grid.header[1]);
  const numbers = (rows: readonly (readonly CellValue[])[]): CellValue[] => rows.flat().filter((value) => typeof value === 'number');
  requireSame('xlsx', numbers(read.slice(top, top + plain.length)), numbers(plain));
  return fromContest('xlsx', '100 × 81', found, { note: `${plain.flat().length} cells` });
}

/** What leaves the program: the chart as SVG, and the table as a workbook. */
export const exhibitFiles: Bench<unknown> = { name: 'chart.likert and xlsx', run: async () => [await likert(), await workbook()] };
