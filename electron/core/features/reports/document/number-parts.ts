import type { DocumentPart, Run } from '../../../../../shared/contract/reports-document.ts';
import type { CoreWords } from '../../../words.ts';
import type { BlockRow } from '../blocks/block-rows.ts';
import { pendingOf } from './ground.ts';
import { numberHeadings } from './number-headings.ts';

/** A block with the parts it became. */
export interface Filled {
  readonly block: BlockRow;
  readonly parts: readonly DocumentPart[];
}

type ExhibitPart = Extract<DocumentPart, { kind: 'exhibit' }>;
type Contents = Extract<DocumentPart, { kind: 'contents' }>;

/** Every table behind a chart that stands nowhere in the report as a table, in the order of the charts. */
function tablesBehind(filled: readonly Filled[]): ExhibitPart[] {
  const exhibits = filled.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'exhibit' ? [part] : [])));
  const inText = new Set(exhibits.flatMap(({ exhibitId, shows }) => (shows === 'chart' ? [] : [exhibitId])));
  const behind = new Map(exhibits.filter(({ exhibitId }) => !inText.has(exhibitId)).map((part) => [part.exhibitId, part]));
  return [...behind.values()].map((part) => ({ ...part, shows: 'table' }));
}

/** The first appendix holds the tables behind the charts; a second would only say the same again. */
function withAppendix(filled: readonly Filled[]): Filled[] {
  const first = filled.findIndex(({ block }) => block.kind === 'appendix');
  return filled.map((one, at) => (at === first ? { ...one, parts: [...one.parts, ...tablesBehind(filled)] } : one));
}

interface Numbers {
  headings: number;
  tables: number;
  figures: number;
}

function numberPart(part: DocumentPart, block: BlockRow, counts: Numbers, headings: ReadonlyMap<string, string>): DocumentPart {
  if (part.kind === 'heading') {
    counts.headings += 1;
    return { ...part, number: headings.get(block.id) ?? null, anchor: `heading_${counts.headings}` };
  }
  if (part.kind === 'table' && part.caption !== null) {
    counts.tables += 1;
    return { ...part, caption: { ...part.caption, number: counts.tables, anchor: `table_${counts.tables}` } };
  }
  if (part.kind !== 'exhibit') return part;
  const isFigure = part.shows !== 'table';
  const isTable = part.shows !== 'chart';
  counts.figures += isFigure ? 1 : 0;
  counts.tables += isTable ? 1 : 0;
  return {
    ...part,
    figure: isFigure ? { number: counts.figures, anchor: `figure_${counts.figures}` } : null,
    table: isTable ? { number: counts.tables, anchor: `table_${counts.tables}` } : null,
  };
}

function contentsOf(filled: readonly Filled[]): Contents['entries'] {
  return filled.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.kind === 'heading' ? [{ level: part.level, number: part.number, text: part.text, anchor: part.anchor }] : [],
    ),
  );
}

/** What each table and figure is called, by what it is asked for as. */
function namesOf(filled: readonly Filled[], say: CoreWords): (run: Run) => Run {
  const places = new Map<string, { text: string; ref: string }>();
  for (const part of filled.flatMap(({ parts }) => parts)) {
    if (part.kind !== 'exhibit') continue;
    const { exhibitId, table, figure } = part;
    const tableKey = `table:${exhibitId}`;
    const figureKey = `figure:${exhibitId}`;
    if (table !== null && !places.has(tableKey))
      places.set(tableKey, { text: say('reports.doc.table', { n: table.number }), ref: table.anchor });
    if (figure !== null && !places.has(figureKey))
      places.set(figureKey, { text: say('reports.doc.figure', { n: figure.number }), ref: figure.anchor });
  }
  return (run) => {
    const wanted = pendingOf(run);
    if (wanted === null) return run;
    const { ref: _pending, ...words } = run;
    const other = wanted.as === 'table' ? 'figure' : 'table';
    const found = places.get(`${wanted.as}:${wanted.exhibitId}`) ?? places.get(`${other}:${wanted.exhibitId}`);
    return found === undefined ? { ...words, text: say('reports.doc.noReference') } : { ...words, ...found };
  };
}

/** Gives headings, tables and figures their numbers in the order they stand in, and everything that names them the right one. */
export function numberParts(filled: readonly Filled[], say: CoreWords): Filled[] {
  const headings = numberHeadings(filled.map(({ block }) => block));
  const counts: Numbers = { headings: 0, tables: 0, figures: 0 };
  const numbered = withAppendix(filled).map(({ block, parts }) => ({
    block,
    parts: parts.map((part) => numberPart(part, block, counts, headings)),
  }));
  const entries = contentsOf(numbered);
  const named = namesOf(numbered, say);
  return numbered.map(({ block, parts }) => ({
    block,
    parts: parts.map((part) => {
      if (part.kind === 'contents') return { ...part, entries };
      return part.kind === 'paragraph' ? { ...part, runs: part.runs.map(named) } : part;
    }),
  }));
}
