import { funnelTable, funnelWords } from '../../../../../../shared/charts/index.ts';
import { funnelFigureOf } from '../../../../../../shared/charts/index.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { toldWaves, type ReleasedWave } from '../released-waves.ts';
import { paragraph, type Ground, type MakeBlock } from '../ground.ts';

type Table = Extract<DocumentPart, { kind: 'table' }>;

function countText(n: number | null): string {
  return n === null ? ':' : String(n);
}

function tableOf(caption: string, header: readonly string[], rows: readonly (readonly string[])[], notes: readonly string[]): Table {
  const share = Math.floor(60 / Math.max(1, header.length - 1));
  return {
    kind: 'table',
    caption: { number: 1, anchor: '', text: caption },
    columns: header.map((label, at) => ({
      label,
      share: at === 0 ? 100 - share * (header.length - 1) : share,
      isNumber: at > 0,
    })),
    rows: rows.map((cells) => ({ cells: [...cells], isGroup: false, indent: 0 })),
    note: notes.join(' '),
  };
}

/** How far those who were asked came; without a list of them, how many took part. */
function waveTable({ name, released }: ReleasedWave, { say, report, language }: Ground): Table[] {
  if (released.kind === 'few') return [];
  if (released.kind === 'participation') {
    const { took, complete } = released;
    const rows = [
      [say('fieldwork.figures.step.took'), countText(took)],
      [say('fieldwork.figures.step.complete'), countText(complete)],
    ];
    const hidden = took === null || complete === null ? [`: ${say('charts.legend.hidden')}`] : [];
    const header = [say('charts.funnel.step'), say('charts.funnel.persons')];
    return [
      tableOf(`${say('fieldwork.released.participation')}. ${name}`, header, rows, [say('fieldwork.figures.withoutList'), ...hidden]),
    ];
  }
  const figure = funnelFigureOf(released, name, { source: report.project, language, releaseNumber: null }, say);
  const { caption, header, rows, notes } = funnelTable(figure, funnelWords(figure, say));
  const lines = rows.map(({ label, cells }) => [label, ...cells]);
  return [tableOf(`${caption}. ${name}`, header, lines, notes.slice(0, -1))];
}

/** The response figures of every round that anything may be told of. */
export const makeResponse: MakeBlock = (_block, ground) => {
  const waves = toldWaves(ground);
  const parts = waves.flatMap((wave) => waveTable(wave, ground));
  return {
    parts: parts.length === 0 ? [paragraph(ground.say('reports.doc.noResponse'), 'quiet')] : parts,
    problems: [],
    waves: waves.map(({ waveId }) => waveId),
  };
};
