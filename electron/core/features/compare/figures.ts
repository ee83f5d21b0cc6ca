import type { Change, ComparedTable, CompareBy, CompareFigure } from '../../../../shared/contract/compare.ts';
import type { ExhibitDefinition, PlaceMode } from '../../../../shared/contract/exhibit-definition.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { readQuestions, type QuestionBook } from '../../analysis/questions.ts';
import { readUnits, type Units } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { readKnownPlaces } from '../../places/place-register.ts';
import type { GateTools } from '../analysis/gate-tools.ts';
import { makeExhibit } from '../analysis/release-exhibit.ts';
import { breaksBetween, wavesWithPersons } from './breaks.ts';
import { changesOf } from './changes.ts';
import { comparableQuestions, definitionOf, type Comparable } from './questions.ts';

const columnOf = { waves: 'wave', places: 'place', services: 'service' } as const satisfies Record<CompareBy, ExhibitDefinition['columns']>;

export interface FiguresInput {
  readonly projectId: string;
  readonly by: CompareBy;
  readonly figure: CompareFigure;
  readonly places: PlaceMode;
  readonly language: Language;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly tools: GateTools;
}

interface Compared {
  readonly figures: CompareFigure[];
  readonly columns: number;
  readonly tables: ComparedTable[];
}

/** What stands side by side: waves with persons, recorded places or services. */
function columnsIn({ placeIds, serviceIds, ...units }: Units, by: CompareBy): number {
  if (by === 'waves') return wavesWithPersons({ placeIds, serviceIds, ...units }).length;
  return new Set((by === 'places' ? placeIds : serviceIds).filter((id) => id !== null)).size;
}

/** The table of one question by waves, with what may be said of its changes. */
function waveTable(sql: Statements, input: FiguresInput, question: Comparable, book: QuestionBook): ComparedTable {
  const { projectId, figure, language, createdAt, tools } = input;
  const definition = definitionOf(question, figure, language, { columns: 'wave' });
  const made = makeExhibit(sql, { projectId, definition, createdAt, tools });
  const units = readUnits(sql, projectId, { waveId: null, perWave: true });
  const answered = new Set(made.exhibit.columns.map(({ key }) => key));
  const breaks = breaksBetween(units, book.formsOf(question.variableId), readKnownPlaces(sql), answered);
  const { changes, isLinked } = changesOf(sql, { ...input, definition, question, made, breaks });
  const isOpen = made.exhibit.audit.ok;
  const { sectionTitle, wording } = question.form;
  return {
    definition,
    section: sectionTitle,
    wording,
    exhibit: isOpen ? made.exhibit : null,
    changes: isOpen ? changes : changes.map(({ row }) => ({ row, change: hidden })),
    breaks: [...breaks],
    isLinked,
  };
}

const hidden: Change = { state: 'none', reason: 'hidden' };

function groupTable(sql: Statements, input: FiguresInput, question: Comparable): ComparedTable {
  const { projectId, by, figure, places, language, createdAt, tools } = input;
  const definition = definitionOf(question, figure, language, { columns: columnOf[by], ...(by === 'places' ? { places } : {}) });
  const { exhibit } = makeExhibit(sql, { projectId, definition, createdAt, tools });
  const { sectionTitle: section, wording } = question.form;
  return { definition, section, wording, exhibit: exhibit.audit.ok ? exhibit : null, changes: null, breaks: [], isLinked: false };
}

/** Every question that has the figure, by what stands side by side: one table each, made as every other table is. @throws AppError NOT_FOUND */
export function compareFigures(sql: Statements, input: FiguresInput): Compared {
  const { projectId, by, figure } = input;
  const book = readQuestions(sql, projectId);
  const { figures, questions } = comparableQuestions(book, figure);
  const columns = columnsIn(readUnits(sql, projectId, { waveId: null, perWave: by === 'waves' }), by);
  const tables =
    columns < 2
      ? []
      : questions.map((question) => (by === 'waves' ? waveTable(sql, input, question, book) : groupTable(sql, input, question)));
  return { figures: [...figures], columns, tables };
}
