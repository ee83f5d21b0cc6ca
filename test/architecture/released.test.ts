import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getEventIteratorSchemaDetails } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeCsv, writeSvg, writeXlsx } from '../../electron/core/features/analysis/files/index.ts';
import type { RawTable } from '../../electron/core/features/analysis/raw-table.ts';
import { copiedTable } from '../../renderer/features/analysis/copy-exhibit.ts';
import { altTextOf, chartPalettes, exhibitChart, exhibitTable, testLines } from '../../shared/charts/index.ts';
import type { InsideView } from '../../shared/contract/analysis.ts';
import { contract } from '../../shared/contract/index.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { crosstabExhibit, wordsOf } from '../formats/exhibit-fixtures.ts';

const root = join(import.meta.dirname, '..', '..');

function sources(...folders: readonly string[]): { readonly path: string; readonly text: string }[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], { cwd: root, encoding: 'utf8' });
  return listed
    .split('\n')
    .filter((path) => existsSync(join(root, path)))
    .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.tsx?$/u.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Compiles only while nothing but a released exhibit can be drawn, written, read aloud or copied. Never run. */
export function cannotBeReached(
  raw: RawTable,
  inside: InsideView,
  draft: z.input<typeof import('../../shared/model/exhibit.ts').ReleasedExhibit>,
): void {
  const words = wordsOf(crosstabExhibit());
  const options = { words, palette: chartPalettes.light, width: 680, frame: 'file' } as const;
  // @ts-expect-error counts before the gate have no chart
  exhibitChart(raw, options);
  // @ts-expect-error the inside view has none either
  exhibitChart(inside, options);
  // @ts-expect-error nor has what only looks like a released exhibit
  exhibitChart(draft, options);
  // @ts-expect-error no file of it
  void writeXlsx(draft, words);
  // @ts-expect-error no file of it
  writeCsv(draft, words);
  // @ts-expect-error no picture file of it
  writeSvg(draft, words, { palette: 'light', width: 680 });
  // @ts-expect-error no words for those who cannot see it
  altTextOf(draft);
  // @ts-expect-error no table beside the chart
  exhibitTable(draft, words);
  // @ts-expect-error no copy
  copiedTable(draft, words);
  // @ts-expect-error no tests in words
  testLines(inside, () => '');
}

type GivenSchema = NonNullable<Parameters<typeof getEventIteratorSchemaDetails>[0]>;

interface Method {
  readonly '~orpc': { readonly outputSchema?: GivenSchema };
}

describe('only released numbers leave', () => {
  it('issue 6: one place makes released exhibits, and nobody claims to have one by a cast', () => {
    const made = sources('electron', 'renderer', 'shared').filter(({ text }) => text.includes('ReleasedExhibit.parse('));
    expect(made.map(({ path }) => path)).toEqual(['electron/core/features/analysis/release-exhibit.ts']);
    const cast = sources('electron', 'renderer', 'shared', 'scripts').filter(({ text }) =>
      /as (unknown as )?(Released|ReleasedExhibit)\b(?! \})/u.test(text),
    );
    // Importing it under a shorter name is no cast.
    expect(cast.filter(({ text }) => !/ReleasedExhibit as Released/u.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('issue 6: what draws, writes or copies does not know of counts, masks or the inside view', () => {
    const outside = sources('shared/charts', 'electron/core/features/analysis/files', 'renderer/charts').concat(
      sources('renderer/features/analysis').filter(({ path }) =>
        /(copy-exhibit|ExportDialog|run-export|ExhibitChart|ExploreChart|explore-data)/u.test(path),
      ),
    );
    const knowing = outside.filter(({ text }) =>
      /from '[^']*(raw-table|count-table|count-parts|count-banner|selection|inside-view|shared\/disclosure)[^']*'/u.test(text),
    );
    expect(knowing.map(({ path }) => path)).toEqual([]);
    const inside = sources('renderer').filter(({ text }) => /analysis\.insideView|\bInsideView\b/u.test(text));
    // Those who show it: none of them exports, copies or prints.
    for (const { path, text } of inside) expect(`${path} ${/copyToClipboard|receiveFile|toSvgString/u.test(text)}`).toBe(`${path} false`);
  });

  it('issue 6: every way out of the program is known, with the gate it passes', () => {
    const ways = Object.entries(contract).flatMap(([feature, methods]) =>
      Object.entries(methods as Record<string, Method>).flatMap(
        ([
          verb,
          {
            '~orpc': { outputSchema: given },
          },
        ]) => {
          // A job answers with its last value.
          const output = given === undefined ? undefined : (getEventIteratorSchemaDetails(given)?.returns ?? given);
          const schema = output instanceof z.ZodType ? JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any' })) : '';
          return schema.includes('"ticket"') ? [`${feature}.${verb}`] : [];
        },
      ),
    );
    expect(ways.toSorted()).toEqual(Object.keys(knownWays).toSorted());
  });

  it('issue 6: an exhibit whose audit failed is written in no form', async () => {
    const whole = crosstabExhibit();
    const stopped: ReleasedExhibit = { ...whole, audit: { ok: false } };
    const words = wordsOf(whole);
    expect(() => writeCsv(stopped, words)).toThrow('exhibit-not-audited');
    expect(() => writeSvg(stopped, words, { palette: 'light', width: 680 })).toThrow('exhibit-not-audited');
    await expect(writeXlsx(stopped, words)).rejects.toThrow('exhibit-not-audited');
  });
});

/** Files that leave, and why that is safe. A new one is added here by whoever has seen that it passes the gate, or holds no numbers about persons. */
const knownWays: Readonly<Record<string, string>> = {
  'analysis.export': 'a released exhibit',
  'analysis.exportTabBook': 'released exhibits',
  'archive.make': 'everything of a project, to a recipient who has a right to it, with a reason',
  'archive.receiptFile': 'counts of what was deleted, no names of those who took part',
  'codebook.exportFile': 'themes, no counts; examples are cleared or asked for',
  'fieldwork.exportResponse': 'counts through the gate of nested steps, with claims',
  'framework.export': 'summaries; internal ones need recipient and purpose',
  'meetings.exportTimeline': 'titles and days, no counts of persons',
  'minutes.seePhoto': 'a picture for the screen',
  'papers.files': 'what was released, and papers of a meeting',
  'patterns.export': 'counts through the gate, with claims',
  'print.questionnaireDocx': 'questions, no answers',
  'quotes.export': 'cleared words; counts and attributes through the gate',
  'reports.export': 'released exhibits, cleared quotes and response figures, each entered; nothing while the gate stops a part',
  'reports.seeLogo': 'a picture for the screen',
  'rawExport.create': 'person by person, after the check of who stands out',
  'rawExport.package': 'one row per person, refused when anybody stands out',
  'refi.exportProject': 'raw material under participant codes, after the check of who stands out; recipient and purpose are entered',
  'refi.lossList': 'kinds of things that were left out and how many, as they stood on the screen',
  'workspace.requestUpload': 'a way in',
  'xlsform.exportForm': 'questions, no answers',
};
