import { unzipSync } from 'fflate';
import Presentation from 'pptxgenjs';
import { writePptx } from '../../electron/core/features/reports/files/pptx/write-pptx.ts';
import type { ReportDocument } from '../../shared/contract/reports-document.ts';
import { likertExhibit } from '../formats/exhibit-fixtures.ts';
import { blocksOf, exhibit, groundOf, reportDocument } from '../formats/report-fixture.ts';
import { contest } from './contest.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';

const charts = 20;

function manyCharts(): ReportDocument {
  const parts = Array.from({ length: charts }, (_, at) => exhibit(likertExhibit(), at, { figure: at + 1 }));
  // The fixture checks them when it makes the document.
  return reportDocument({ blocks: blocksOf([{ kind: 'text', parts }]) as ReportDocument['blocks'] });
}

/** The values of a chart's series, from its part of the package. */
function seriesOf(xml: string): string[] {
  return [...xml.matchAll(/<c:val>.*?<\/c:val>/gsu)].map(([values]) =>
    [...values.matchAll(/<c:pt idx="\d+"><c:v>([^<]+)<\/c:v>/gu)].map(([, value = '']) => value).join(' '),
  );
}

function chartsIn(bytes: Uint8Array): string[][] {
  const files = unzipSync(bytes);
  const names = Object.keys(files).filter((name) => /^ppt\/charts\/chart\d+\.xml$/u.test(name));
  return names.map((name) => seriesOf(new TextDecoder().decode(files[name])));
}

/** The same charts with nothing beside them: no title, no notes, no words for who does not see them. */
async function bareSlides(series: readonly (readonly string[])[]): Promise<Uint8Array> {
  const deck = new Presentation();
  for (const values of series) {
    const data = values.map((line, at) => ({
      name: `S${at}`,
      labels: line.split(' ').map((_, place) => `C${place}`),
      values: line.split(' ').map(Number),
    }));
    deck.addSlide().addChart('bar', data, { x: 0.5, y: 1, w: 9, h: 4, barDir: 'bar', barGrouping: 'stacked' });
  }
  // The kind of output asked for is an array of bytes.
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
}

async function slides(): Promise<Result> {
  const report = manyCharts();
  const write = (): Promise<Uint8Array> => writePptx(groundOf(report, { rasterise: () => Promise.reject(new Error('nothing is drawn')) }));
  const own = await write();
  const series = chartsIn(own);
  const found = await contest(
    { name: 'writePptx', calls: 1, run: write },
    { name: 'pptxgenjs, same charts alone', calls: 1, run: () => bareSlides(series) },
  );
  requireSame('report.pptx', series, chartsIn(await bareSlides(series)));
  return fromContest('report.pptx', `${charts} native charts`, found, { note: `${Math.round(own.length / 1024)} KiB` });
}

/** A report as a presentation. */
export const reportSlides: Bench<unknown> = { name: 'report.pptx', run: async () => [await slides()] };
