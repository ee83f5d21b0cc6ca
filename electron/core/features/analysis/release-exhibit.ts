import { z } from 'zod';
import type { ExhibitDefinition, MissingCount } from '../../../../shared/contract/analysis.ts';
import { ReleasedExhibit, symbolsIn, type ReleasedExhibit as Released } from '../../../../shared/model/exhibit.ts';
import { localised } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import { countTable } from './count-table.ts';
import { exhibitTexts, filterText, sourceText } from './exhibit-texts.ts';
import { gate, type GatedTable } from './gate.ts';
import { protectMissing } from './missing-counts.ts';
import { readProjectFacts, type ProjectFacts } from './project-facts.ts';
import type { RawTable } from './raw-table.ts';

const lowBase = 30;
/** Changes when the way cells are chosen changes, so that an old file says how it was made. */
const algorithm = 'network-2';

/** A table on both sides of the gate. Only `exhibit` and `missing` may leave the core's inner rooms. */
export interface MadeExhibit {
  readonly raw: RawTable;
  readonly gated: GatedTable;
  readonly exhibit: Released;
  readonly missing: readonly MissingCount[];
  readonly facts: ProjectFacts;
}

export interface MakeOptions {
  readonly projectId: string;
  readonly definition: ExhibitDefinition;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
}

/** Persons a group of scores must have whatever the project's threshold is: fewer say nothing of the score. */
const fewestWithScore = 5;

function withScoreGroups(facts: ProjectFacts, { cuts }: ExhibitDefinition): ProjectFacts {
  if (cuts === undefined) return facts;
  const threshold = Math.max(facts.rule.threshold, fewestWithScore);
  return { ...facts, rule: { ...facts.rule, threshold, minimumBase: Math.max(facts.rule.minimumBase, threshold) } };
}

/** Counts, protects and words a table. Every screen, chart and file is made from the exhibit it gives. @throws AppError NOT_FOUND */
export function makeExhibit(sql: Statements, { projectId, definition, createdAt }: MakeOptions): MadeExhibit {
  const facts = withScoreGroups(readProjectFacts(sql, projectId), definition);
  const raw = countTable(sql, projectId, definition);
  const gated = gate(raw, facts.rule);
  const missing = protectMissing(raw.missing, facts.rule.threshold);
  const words = wordsIn(definition.language);
  const kept = raw.columns.map((_, at) => !gated.emptyColumns.has(at));
  const columns = raw.columns
    .map(({ key, label }, at) => ({
      key,
      label: label === null ? words('analysis.file.all') : localised(label, definition.language),
      base: gated.columnBases[at] ?? null,
    }))
    .filter((_, at) => kept[at]);
  const rows = raw.rows.map(({ key, label, indent }, at) => ({
    key,
    label: localised(label, definition.language),
    ...(indent === 0 ? {} : { indent }),
    base: gated.rowBases[at] ?? null,
    cells: (gated.cells[at] ?? []).filter((_, column) => kept[column]),
  }));
  const exhibit = ReleasedExhibit.parse({
    kind: definition.kind,
    ...exhibitTexts(raw, missing, words),
    filter: filterText(sql, projectId, definition, words),
    language: definition.language,
    unit: 'percent',
    ...(raw.rounds === null ? {} : { counted: 'rounds' }),
    decimals: 0,
    columns,
    rows,
    source: sourceText(sql, projectId, facts.name, definition),
    symbolsUsed: symbolsIn({ rows, columns }),
    rule: { threshold: facts.rule.threshold, minimumBase: facts.rule.minimumBase, lowBase },
    audit: { ok: gated.findings.length === 0 },
    createdAt,
    releaseNumber: null,
    scale: raw.scale === null ? null : { ...raw.scale, labels: raw.scale.labels.map((label) => localised(label, definition.language)) },
    definition: z.json().parse({ project: projectId, algorithm, ...definition, ...membersOf(raw) }),
  });
  return { raw, gated, exhibit, missing, facts };
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
