import type { ExhibitDefinition, Sentence } from '../../../../../shared/contract/analysis.ts';
import type { DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { ReleasedCell, ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import type { MessageId } from '../../../../../shared/messages/generated/message-id.ts';
import { weightedShare } from '../../../../../shared/statistics/index.ts';
import type { Statements } from '../../../db/statements.ts';
import type { CoreWords } from '../../../words.ts';
import { countSelection } from '../count-table.ts';
import type { GatedTable } from '../gate.ts';
import { groupingsOf } from '../group-parts.ts';
import type { RawTable } from '../raw-table.ts';
import { readSelection, type Selection } from '../selection.ts';
import { shareBase } from '../shares.ts';
import { tellsComposition, type Share } from './composition.ts';
import { obstacleSentences } from './obstacle-words.ts';
import { weighSample, type SampleWeights } from './sample-weights.ts';
import { readWeighting } from './stored.ts';
import { stratumCounts } from './stratum-counts.ts';

/** A table with its shares weighted, or as it was with every reason why they are not. */
export interface WeightedTable {
  readonly gated: GatedTable;
  readonly weighting?: NonNullable<ReleasedExhibit['weighting']>;
  /** `weights.refused.…` and `weights.obstacle.…`; empty where weights were used or not asked for. */
  readonly refused: readonly Sentence[];
}

interface Asked {
  readonly projectId: string;
  readonly raw: RawTable;
  readonly gated: GatedTable;
  readonly rule: DisclosureRule;
}

function refusal(reason: 'none' | 'rounds' | 'waves' | 'figures' | 'exact' | 'composition'): Sentence {
  return { id: `weights.refused.${reason}`, params: {} };
}

/** What the table is that weights do not fit, whatever they are. */
function unfit({ definition, summary, rounds }: RawTable): Sentence[] {
  return [
    ...(rounds === null ? [] : [refusal('rounds')]),
    // The frame was counted once; each wave would need its own.
    ...(groupingsOf(definition).includes('wave') ? [refusal('waves')] : []),
    ...(summary === undefined && definition.figures === undefined ? [] : [refusal('figures')]),
    ...(definition.intervals === 'exact' ? [refusal('exact')] : []),
  ];
}

/** "Prosentene er ikke vektet: …", for the notes of a table; nothing where weights were used or not asked for. */
export function refusedNote(refused: readonly Sentence[], words: CoreWords): string[] {
  if (refused.length === 0) return [];
  // Every id is made above or from an obstacle, and has a text in the catalogue of weights.
  const reasons = refused.map(({ id, params }) => words(id as MessageId, params));
  return [words('weights.file.refused', { reasons: reasons.join(' ') })];
}

/** The counts alone: nothing that is worked out of them. */
function plain({ figures: _figures, tests: _tests, letters: _letters, ...definition }: ExhibitDefinition): ExhibitDefinition {
  return definition;
}

/** One table of counts for each group of persons with one weight. */
function countStrata(selection: Selection, { strata, strataOf }: SampleWeights, raw: RawTable) {
  return strata.flatMap((stratum, place) => {
    if (stratum.persons === 0) return [];
    const mask = strataOf.map((own, unit) => (own === place && (selection.mask === null || selection.mask[unit] === 1) ? 1 : 0));
    const own = countSelection({ ...selection, mask: Uint8Array.from(mask) }, plain(raw.definition));
    return [{ stratum, ...stratumCounts(raw, own) }];
  });
}

type Counted = ReturnType<typeof countStrata>;

/** Those a cell's share is of, by stratum: its column, everybody, or whoever gave the answer. */
function sharesOf(counted: Counted, raw: RawTable, row: number, column: number): Share[] {
  const base = shareBase(raw.definition);
  return counted.map(({ stratum, cell, columnBase }) => ({
    weight: stratum.weight,
    yes: cell(row, column),
    base: base === 'row' ? cell(row, 0) : columnBase(row, base === 'total' ? 0 : column),
  }));
}

function frameOf(raw: RawTable, row: number, column: number): number | null {
  const base = shareBase(raw.definition);
  if (base === 'row') return null;
  if (raw.definition.kind === 'likert') return raw.frames[row] ?? null;
  return column === 0 || base === 'total' ? (raw.frames[0] ?? null) : null;
}

function whole(limit: number): number {
  return Math.min(100, Math.max(0, Math.round(limit)));
}

/** A weighted share in the place of the plain one; the count stays. */
function weigh(
  count: number,
  shares: readonly Share[],
  counted: Counted,
  option: { isWhole: boolean; frame: number | null },
): ReleasedCell {
  const groups = shares.map(({ weight, yes, base }, at) => {
    // What the margins explain is known of everybody together, not of a group of them: there the wider interval stands.
    const strata = option.isWhole ? { strata: counted[at]?.stratum.categories ?? [] } : {};
    return { weight, yes, respondents: base, ...strata };
  });
  const base = groups.reduce((sum, { respondents }) => sum + respondents, 0);
  const found = weightedShare(
    groups.filter(({ respondents }) => respondents > 0),
    option.frame === null || option.frame < base ? {} : { frame: option.frame },
  );
  if (found === null) return { state: 'hidden' };
  return { state: 'shown', count, percent: whole(100 * found.estimate), low: whole(100 * found.low), high: whole(100 * found.high) };
}

/** Every shown share weighted; null where a weighted one would tell of few. */
function weightedCells({ raw, gated, rule }: Asked, counted: Counted): readonly (readonly ReleasedCell[])[] | null {
  const { definition } = raw;
  const isEverybody = definition.filter?.variableId === undefined && definition.filter?.where === undefined;
  const base = shareBase(definition);
  const lines: ReleasedCell[][] = [];
  for (const [row, cells] of gated.cells.entries()) {
    const line: ReleasedCell[] = [];
    for (const [column, cell] of cells.entries()) {
      if (cell.state !== 'shown' || (base === 'row' && column === 0)) {
        line.push(cell);
        continue;
      }
      const shares = sharesOf(counted, raw, row, column);
      const isWhole = isEverybody && base === 'column' && (column === 0 || definition.kind === 'likert');
      const own = weigh(cell.count, shares, counted, { isWhole, frame: frameOf(raw, row, column) });
      if (own.state !== 'shown' || tellsComposition(shares, own.percent, rule)) return null;
      line.push(own);
    }
    lines.push(line);
  }
  return lines;
}

/**
 * Weights the shares of a gated table, where its definition asks for it and the gate of weights allows it (analysis.md 1.6). Counts and bases stay as
 * they are, what is hidden stays hidden, and nothing is weighted where a weighted share would tell how few of a small group gave an answer.
 */
export function withWeights(sql: Statements, asked: Asked): WeightedTable {
  const { projectId, raw, gated } = asked;
  const { definition } = raw;
  if (definition.weights === undefined || (definition.percent === 'count' && raw.summary === undefined)) return { gated, refused: [] };
  const reasons = unfit(raw);
  const weighting = readWeighting(sql, projectId);
  if (weighting === null) return { gated, refused: [...reasons, refusal('none')] };
  if (reasons.length > 0) return { gated, refused: reasons };
  const selection = readSelection(sql, projectId, definition);
  const sample = weighSample(selection.source, weighting);
  if (sample.obstacles.length > 0 || sample.designEffect === null)
    return { gated, refused: obstacleSentences(selection.source, sample, definition.language) };
  const cells = weightedCells(asked, countStrata(selection, sample, raw));
  if (cells === null) return { gated, refused: [refusal('composition')] };
  const { name, source } = weighting;
  const designEffect = Math.max(1, Math.round(100 * sample.designEffect) / 100);
  return { gated: { ...gated, cells }, weighting: { name, source, designEffect }, refused: [] };
}
