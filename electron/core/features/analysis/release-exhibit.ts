import { z } from 'zod';
import type { ExhibitDefinition, MissingCount } from '../../../../shared/contract/analysis.ts';
import {
  ReleasedExhibit,
  symbolsIn,
  type ExhibitColumn,
  type ExhibitRow,
  type ReleasedExhibit as Released,
} from '../../../../shared/model/exhibit.ts';
import { localised } from '../../../../shared/model/text.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { Statements } from '../../db/statements.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { countingOf } from '../../analysis/stored-answers.ts';
import { wordsIn, type CoreWords } from '../../words.ts';
import { countTable } from './count-table.ts';
import { exhibitTexts, filterText, sourceText } from './exhibit-texts.ts';
import { letterNotes } from './figures/letter-notes.ts';
import { withLetters, type Lettered } from './figures/letters.ts';
import { exhibitTests } from './figures/tests.ts';
import { gate, type GatedTable } from './gate.ts';
import type { GateTools } from './gate-tools.ts';
import { protectMissing } from './missing-counts.ts';
import { hideNearThemes } from './nested-themes.ts';
import { readProjectFacts, strictest, type ProjectFacts } from './project-facts.ts';
import { lowBase, type RawColumn, type RawTable } from './raw-table.ts';
import { shareBase, withShares } from './shares.ts';
import { figureRows } from './summaries/figure-rows.ts';
import { withSureIntervals } from './sure-intervals.ts';
import { refusedNote, withWeights, type WeightedTable } from './weights/weighted-table.ts';

/** Changes when the way cells are chosen changes, so that an old file says how it was made. */
const algorithm = 'linked-1';

/** A table on both sides of the gate. Only `exhibit` and `missing` may leave the core's inner rooms. */
export interface MadeExhibit {
  readonly raw: RawTable;
  readonly gated: GatedTable;
  readonly exhibit: Released;
  readonly missing: readonly MissingCount[];
  readonly facts: ProjectFacts;
  /** Why the shares are not weighted although it was asked for. */
  readonly refused: WeightedTable['refused'];
}

export interface MakeOptions {
  readonly projectId: string;
  readonly definition: ExhibitDefinition;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  /** The exact solver and what the gate has decided before; the same counts must always be asked about with the same solver. */
  readonly tools: GateTools;
  /** A rule to be held to besides the project's own: the strictest of each of their parts counts. */
  readonly atLeast?: DisclosureRule;
}

function withRule(facts: ProjectFacts, other: DisclosureRule | undefined): ProjectFacts {
  return other === undefined ? facts : { ...facts, rule: strictest([facts.rule, other]) };
}

/** Persons a group of scores must have whatever the project's threshold is: fewer say nothing of the score. */
const fewestWithScore = 5;

function withScoreGroups(facts: ProjectFacts, { cuts }: ExhibitDefinition): ProjectFacts {
  if (cuts === undefined) return facts;
  const threshold = Math.max(facts.rule.threshold, fewestWithScore);
  return { ...facts, rule: { ...facts.rule, threshold, minimumBase: Math.max(facts.rule.minimumBase, threshold) } };
}

function columnsOf(raw: RawTable, { columnBases }: GatedTable, words: CoreWords): ExhibitColumn[] {
  const { language } = raw.definition;
  return raw.columns.map(({ key, label, headings }, at) => {
    // "Alle" is the first column, and the waves follow in their order.
    const broken = raw.waves?.breaks.has(at - 1) === true ? { isBroken: true as const } : {};
    const above = headings?.map((heading) => localised(heading, language));
    const text = label === null ? words('analysis.file.all') : localised(label, language);
    return { key, label: text, ...(above === undefined ? {} : { headings: above }), ...broken, base: columnBases[at] ?? null };
  });
}

/** Without the columns that nobody is in. */
function withoutEmpty({ columns, rows }: Lettered, { emptyColumns }: GatedTable): { columns: ExhibitColumn[]; rows: ExhibitRow[] } {
  const isKept = (_: unknown, at: number): boolean => !emptyColumns.has(at);
  // Over a wave with nobody a series breaks as it did at that wave.
  const isAcross = (at: number): boolean => {
    const before = columns.findLastIndex((column, other) => other < at && other > 0 && isKept(column, other));
    return before > 0 && columns.slice(before + 1, at).some(({ isBroken }) => isBroken === true);
  };
  return {
    columns: columns.flatMap((column, at) => (isKept(column, at) ? [isAcross(at) ? { ...column, isBroken: true as const } : column] : [])),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter(isKept) })),
  };
}

/** Rows of answers, then the rows of figures under them. */
function rowsOf(raw: RawTable, gated: GatedTable, given: Parameters<typeof figureRows>[2]): ExhibitRow[] {
  const { definition, summary } = raw;
  const answers = raw.rows.map(({ key, label, indent }, at) => ({
    key,
    label: localised(label, definition.language),
    ...(indent === 0 ? {} : { indent }),
    ...(summary === undefined ? {} : { figure: summary.figure }),
    base: gated.rowBases[at] ?? null,
    cells: [...(gated.cells[at] ?? [])],
  }));
  const hasRowBases = shareBase(definition) === 'row';
  const figures = figureRows(raw, gated, given).map((row) => ({
    ...row,
    base: hasRowBases ? (gated.columnBases[0] ?? null) : null,
  }));
  return [...answers, ...figures];
}

/** Counts, protects and words a table. Every screen, chart and file is made from the exhibit it gives. @throws AppError NOT_FOUND */
export function makeExhibit(sql: Statements, { projectId, definition, createdAt, tools, atLeast }: MakeOptions): MadeExhibit {
  const facts = withScoreGroups(withRule(readProjectFacts(sql, projectId), atLeast), definition);
  const raw = countTable(sql, projectId, definition);
  const shares = withShares(raw, hideNearThemes(raw, gate(raw, facts.rule, tools), facts.rule), facts.rule);
  const { gated, weighting, refused } = withWeights(sql, { projectId, raw, gated: shares, rule: facts.rule });
  const missing = protectMissing(raw.missing, facts.rule.threshold);
  const words = wordsIn(definition.language);
  const percent = shareBase(definition);
  const whole = {
    columns: columnsOf(raw, gated, words),
    rows: withSureIntervals(raw, rowsOf(raw, gated, { rule: facts.rule, words, tools })),
  };
  const { letters } = definition;
  // Letters compare the shares of columns, so only those may be in print beside them.
  const lettered = letters === undefined || percent !== 'column' ? whole : withLetters(raw, gated, whole, letters);
  const { columns, rows } = withoutEmpty(lettered, gated);
  const texts = exhibitTexts(raw, missing, words, rows);
  const exhibit = ReleasedExhibit.parse({
    kind: definition.kind,
    ...texts,
    notes: [...texts.notes, ...letterNotes(raw, words), ...refusedNote(refused, words)],
    filter: filterText(sql, projectId, definition, words),
    language: definition.language,
    unit: raw.summary === undefined ? (definition.percent === 'count' ? 'count' : 'percent') : 'figure',
    ...(percent === 'column' ? {} : { percentOf: percent }),
    ...(raw.waves === undefined ? {} : { areWavesLinked: raw.waves.areLinked }),
    ...(raw.rounds === null ? {} : { counted: 'rounds' }),
    decimals: 0,
    columns,
    rows,
    source: sourceText(sql, projectId, facts.name, definition),
    symbolsUsed: symbolsIn({ rows, columns }),
    rule: { threshold: facts.rule.threshold, minimumBase: facts.rule.minimumBase, lowBase },
    audit: { ok: gated.findings === 0 },
    ...(definition.tests === undefined ? {} : { tests: exhibitTests(raw, gated, { rule: facts.rule, tools }) }),
    ...(weighting === undefined ? {} : { weighting }),
    createdAt,
    releaseNumber: null,
    scale: raw.scale === null ? null : { ...raw.scale, labels: raw.scale.labels.map((label) => localised(label, definition.language)) },
    definition: z.json().parse({
      project: projectId,
      algorithm,
      ...definition,
      ...membersOf(raw),
      ...groupsOf(raw),
      ...chosenBy(sql, projectId, definition),
    }),
  });
  return { raw, gated, exhibit, missing, facts, refused };
}

/** What is known of the persons in each column of a banner, so that a later table can be held against it. */
function groupsOf({ definition, columns }: RawTable): { readonly groups?: Readonly<Record<string, RawColumn['conditions']>> } {
  if (definition.banner === undefined) return {};
  return { groups: Object.fromEntries(columns.flatMap(({ key, conditions }) => (conditions === undefined ? [] : [[key, conditions]]))) };
}

/** Whether the answers by which the persons are chosen may be several of one person, or are all there are. */
function chosenBy(sql: Statements, projectId: string, { filter }: ExhibitDefinition): { readonly chosen?: 'several' | 'known' } {
  if (filter?.variableId === undefined) return {};
  const book = readQuestions(sql, projectId);
  if (book.optionsOf(filter.variableId).every(({ code }) => filter.codes?.includes(code) === true)) return { chosen: 'known' };
  const isSeveral = book.formsOf(filter.variableId).some(({ type, repeat }) => countingOf(type) === 'set' || repeat !== null);
  return isSeveral ? { chosen: 'several' } : {};
}

function membersOf({ places, members = places?.members }: RawTable): { readonly members?: Readonly<Record<string, readonly string[]>> } {
  return members === undefined ? {} : { members };
}

/** Persons within the selection, when that number does not tell how few gave no answer. Null in a table of rounds. */
export function releasedPersons({ raw, missing, facts, exhibit }: MadeExhibit): number | null {
  const { threshold } = facts.rule;
  if (raw.rounds !== null) return null;
  const bases = [...exhibit.columns.slice(0, 1), ...exhibit.rows].flatMap(({ base }) => (base === null ? [] : [base.n]));
  const tells = bases.some((n) => n === null || (raw.persons !== n && raw.persons - n < threshold));
  return raw.persons < threshold || tells || missing.some(({ count }) => count === null) ? null : raw.persons;
}
