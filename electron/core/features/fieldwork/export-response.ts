import {
  chartPalettes,
  funnelChart,
  funnelFigureOf,
  funnelTable,
  funnelWords,
  type FunnelFigure,
  type SvgNode,
} from '../../../../shared/charts/index.ts';
import type { WaveReleased } from '../../../../shared/contract/fieldwork-release.ts';
import type { ProjectId, WaveId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn, type CoreWords } from '../../words.ts';
import type { Claim } from '../analysis/claims.ts';
import { pictureWidth, writePicture } from '../analysis/files/write-picture.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { releaseFile, type ReleasedFile, type ReleaseFile } from '../analysis/release-file.ts';
import { assertNotSubtractable, enterRelease } from '../analysis/write-release.ts';
import type { PatternSheet, SheetCell } from '../patterns/pattern-sheet.ts';
import { sheetToCsv } from '../patterns/write-sheet.ts';
import { readResponseFigures } from './response-figures.ts';

export interface ResponseExport {
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly format: 'svg' | 'png' | 'csv';
  readonly language: Language;
  readonly recipient: string;
}

type Leaving = Exclude<WaveReleased, { kind: 'few' }>;

const steps = ['invited', 'reached', 'began', 'complete'] as const;

/** A wave's figures in words and numbers that may leave, and as a picture where those asked are listed. */
interface Drawn extends Pick<PatternSheet, 'title' | 'header' | 'rows' | 'notes'> {
  readonly picture: SvgNode | null;
}

function cellOf(n: number | null): SheetCell {
  return n === null ? ':' : { count: n };
}

function drawFunnel(figure: FunnelFigure, words: CoreWords): Drawn {
  const said = funnelWords(figure, words);
  const { header, rows, notes } = funnelTable(figure, said);
  return {
    title: figure.title,
    header,
    rows: rows.map(({ label, cells }, at) => [label, cellOf(figure[steps[at] ?? 'invited']), cells[1] ?? '']),
    // The source is a line of its own.
    notes: notes.slice(0, -1),
    picture: funnelChart(figure, said, { palette: chartPalettes.light, width: pictureWidth, frame: 'file' }),
  };
}

function drawParticipation({ took, complete }: Extract<Leaving, { kind: 'participation' }>, words: CoreWords): Drawn {
  const isHidden = took === null || complete === null;
  return {
    title: words('fieldwork.released.participation'),
    header: [words('charts.funnel.step'), words('charts.funnel.persons')],
    rows: [
      [words('fieldwork.figures.step.took'), cellOf(took)],
      [words('fieldwork.figures.step.complete'), cellOf(complete)],
    ],
    notes: [words('fieldwork.figures.withoutList'), ...(isHidden ? [`: ${words('charts.legend.hidden')}`] : [])],
    picture: null,
  };
}

/** Every number in print is a base that could be subtracted from one that leaves another day. */
function claimOf(waveId: WaveId, base: number): Claim {
  return {
    item: 'response',
    conditions: { wave: [waveId] },
    group: 'all',
    base,
    hidden: [],
    shown: [],
    layout: 'response',
    isOwn: null,
    most: 1,
  };
}

function numbersOf(released: Leaving): readonly number[] {
  const all = released.kind === 'funnel' ? steps.map((step) => released[step]) : [released.took, released.complete];
  return [...new Set(all.flatMap((n) => (n === null || n === 0 ? [] : [n])))];
}

/** What a wave's figures, once in print, could be subtracted from. */
export function responseClaims(waveId: WaveId, released: WaveReleased): Claim[] {
  return released.kind === 'few' ? [] : numbersOf(released).map((base) => claimOf(waveId, base));
}

function make(call: Call, input: ResponseExport, releaseNumber: number): ReleaseFile {
  const { projectId, waveId, format, language, recipient } = input;
  const { name: source, rule } = readProjectFacts(call.sql, projectId);
  const wave = readResponseFigures(call.workspace, projectId).waves.find((each) => each.waveId === waveId);
  if (wave === undefined) throw new AppError('NOT_FOUND');
  const { released, name } = wave;
  const claims = responseClaims(waveId, released);
  if (released.kind === 'few' || claims.length === 0) throw new AppError('TOO_FEW', { threshold: rule.threshold });
  assertNotSubtractable(call.sql, claims, { projectId, rule, language });
  const words = wordsIn(language);
  const { picture, ...table } =
    released.kind === 'funnel'
      ? drawFunnel(funnelFigureOf(released, name, { source, language, releaseNumber }, words), words)
      : drawParticipation(released, words);
  if (picture === null && format !== 'csv') throw new AppError('NOT_FOUND');
  const fileName = words('fieldwork.figures.way', { wave: name });
  const sheet = { ...table, fileName, subtitle: name, source: `${source} · ${words('charts.source.release', { number: releaseNumber })}` };
  return {
    name: fileName,
    format,
    bytes: async () => (picture === null || format === 'csv' ? sheetToCsv(sheet, language) : await writePicture(call, picture, format)),
    enter: (operation, number, releasedAt) =>
      enterRelease(call, operation, {
        projectId,
        number,
        definition: { kind: 'response', waveId, language },
        figures: { ...table, claims },
        format,
        recipient,
        releasedAt,
      }),
  };
}

/**
 * Lets the response figures of a wave out, as they may stand in print. Without a list there is no funnel, only how many took part.
 * @throws AppError NOT_RELEASABLE, TOO_FEW, NOT_FOUND, CANCELLED
 */
export async function* exportResponse(call: Call, input: ResponseExport): AsyncGenerator<{ done: number; of: number }, ReleasedFile> {
  return yield* releaseFile(call, (number) => make(call, input, number));
}
