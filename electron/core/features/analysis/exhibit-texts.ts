import type { ExhibitDefinition, MissingCount } from '../../../../shared/contract/analysis.ts';
import { missingReasonIds } from '../../../../shared/contract/missing-reasons.ts';
import type { ExhibitRow, ReleasedCell } from '../../../../shared/model/exhibit.ts';
import { localised } from '../../../../shared/model/text.ts';
import { columnOf, readSelection } from './selection.ts';
import { batteryTitle, readQuestions } from '../../analysis/questions.ts';
import { readUnits, readWaves } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { marksOf } from '../../analysis/place-column.ts';
import { dayIn, type CoreWords } from '../../words.ts';
import { whereText } from './filter-words.ts';
import { groupingsOf } from './group-parts.ts';
import { manyMissing } from './non-response.ts';
import { lowBase, type RawTable } from './raw-table.ts';
import { shareBase } from './shares.ts';
import { figureLabel } from './summaries/figure-rows.ts';
import { framedWaves, isEverybody, missingOfRow } from './sure-intervals.ts';

/** Texts of an exhibit in its own language. */
export interface ExhibitTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: string[];
}

function titleOf({ definition, question, rounds }: RawTable, words: CoreWords): string {
  const { language } = definition;
  if (definition.kind === 'themes') return words('analysis.file.themes');
  if (definition.rows === 'place') return capital(words('analysis.file.place'), language);
  if (question === null) return '';
  const title = localised(Array.isArray(definition.rows) ? batteryTitle(question) : question.wording, language);
  return rounds === null ? title : words('analysis.file.perRound', { title, repeat: localised(rounds.wording, language) });
}

function capital(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function measureOf(raw: RawTable, words: CoreWords, hasIntervals: 'yes' | 'no'): string {
  const { definition, rows, rounds, summary } = raw;
  if (summary !== undefined)
    return words('analysis.file.measure.summary', { figure: figureLabel(summary.figure, summary.isUnordered, words), hasIntervals });
  if (definition.percent === 'count') return words(rounds === null ? 'analysis.file.measure.count' : 'analysis.file.measure.countRounds');
  const base = shareBase(definition);
  if (base !== 'column') return words(base === 'row' ? 'analysis.file.measure.row' : 'analysis.file.measure.total', { hasIntervals });
  if (rounds !== null) return words('analysis.file.measure.rounds', { hasIntervals });
  if (definition.rows === 'place') return words('analysis.file.measure.place', { hasIntervals });
  if (definition.kind === 'likert') return words('analysis.file.measure.battery', { count: rows.length });
  return words(definition.kind === 'themes' ? 'analysis.file.measure.themes' : 'analysis.file.measure.persons', { hasIntervals });
}

/** How the figures are made. */
function figureNotes({ figures, rows, summary }: RawTable, words: CoreWords): string[] {
  const used = summary === undefined ? (figures?.figures ?? []) : [summary.figure];
  const isUnordered = (summary ?? figures)?.isUnordered === true;
  return [
    // Of one question alone n is who answered it, as everywhere.
    ...(summary === undefined || summary.figure === 'index' || rows.length < 2 ? [] : [words('analysis.file.figure.items')]),
    ...(used.includes('mean') ? [words('analysis.file.figure.mean', { low: lowBase })] : []),
    ...(used.includes('median') ? [words('analysis.file.figure.median')] : []),
    ...(used.includes('net') ? [words(isUnordered ? 'analysis.file.figure.netPlain' : 'analysis.file.figure.net')] : []),
    ...(used.includes('index') ? [words('analysis.file.figure.index')] : []),
  ];
}

/** "Etter «…».", with every grouping of a banner. */
function groupedBy({ definition, columnQuestions }: RawTable, words: CoreWords): string | null {
  if (definition.banner !== undefined) return words('analysis.file.byParts', { count: definition.banner.length });
  if (definition.columns === 'wave') return words('analysis.file.byWave');
  if (definition.columns === 'place') return words('analysis.file.byPlace');
  if (definition.columns === 'service') return words('analysis.file.byService');
  if (definition.columns === 'themes') return words('analysis.file.byThemes');
  const [question] = columnQuestions;
  return question === undefined ? null : words('analysis.file.by', { column: localised(question.wording, definition.language) });
}

/** Who is in "Alle" beside the groups, and that some are in several of them. */
function groupNotes({ definition, columnQuestions, parts, rounds, allPersons, summary }: RawTable, words: CoreWords): (string | null)[] {
  const isOneQuestion = definition.columns !== undefined && columnQuestions.length > 0 && definition.kind !== 'themes';
  return [
    isOneQuestion ? words(summary === undefined ? 'analysis.file.bothAnswered' : 'analysis.file.groupAnswered') : null,
    definition.banner === undefined ? null : words('analysis.file.allInBanner'),
    parts.some(({ isOverlapping }) => isOverlapping) ? words('analysis.file.severalGroups') : null,
    rounds === null && allPersons !== null ? words('analysis.file.oncePerWave') : null,
  ];
}

/** "Holdt utenfor prosenten: vet ikke (12), vil ikke svare." Batteries say it without numbers, since each item has its own. */
function missingNote(raw: RawTable, missing: readonly MissingCount[], words: CoreWords): string | null {
  if (missing.length === 0) return null;
  if (raw.summary !== undefined) return words('analysis.file.missingBattery');
  if (raw.definition.kind === 'likert')
    return words(raw.definition.dontKnow === 'inside' ? 'analysis.file.missingBatteryInside' : 'analysis.file.missingBattery');
  const reasons = missing.map(({ reason, count }) => `${words(missingReasonIds[reason])}${count === null ? '' : ` (${count})`}`);
  return words('analysis.file.missing', { reasons: reasons.join(', ') });
}

/** Many who were asked gave no answer (analysis.md 1.7). No number: how few did not is not for everybody. */
function nonResponseNotes(raw: RawTable, words: CoreWords): (string | null)[] {
  const { definition, rows, summary } = raw;
  if (definition.kind !== 'likert' && summary === undefined) {
    const share = missingOfRow(raw, '');
    if (share > manyMissing.uncertain) return [words('analysis.file.nonResponse.uncertain')];
    return [share > manyMissing.noted ? words('analysis.file.nonResponse') : null];
  }
  const items = rows.map(({ key, label }) => ({ label: localised(label, definition.language), share: missingOfRow(raw, key) }));
  const named = (id: 'items' | 'itemsUncertain', found: typeof items): string | null =>
    found.length === 0 ? null : words(`analysis.file.nonResponse.${id}`, { items: found.map(({ label }) => label).join('; ') });
  return [
    named(
      'items',
      items.filter(({ share }) => share > manyMissing.noted && share <= manyMissing.uncertain),
    ),
    named(
      'itemsUncertain',
      items.filter(({ share }) => share > manyMissing.uncertain),
    ),
  ];
}

/** How far the intervals reach: whom they speak of, or that everybody has answered. */
function frameNotes(raw: RawTable, hasIntervals: boolean, words: CoreWords): (string | null)[] {
  if (isEverybody(raw)) return [words('analysis.file.everybody')];
  const frame = raw.frames.find((count) => count !== null) ?? null;
  const { hasFrames, hasEverybody } = framedWaves(raw);
  return [
    frame === null || !hasIntervals ? null : words('analysis.file.frame', { count: frame }),
    hasFrames && hasIntervals ? words('analysis.file.frameWaves') : null,
    hasEverybody ? words('analysis.file.everybodyInWave') : null,
  ];
}

/** What was asked differently in one version than in the one before: figures on both sides of it are not simply comparable. */
function changeNotes({ changes, definition }: RawTable, words: CoreWords): string[] {
  return changes.map(({ comparability, versionNumber, wording }) =>
    words(comparability === 'changed-options' ? 'analysis.file.changedOptions' : 'analysis.file.changedWording', {
      question: localised(wording, definition.language),
      version: versionNumber,
    }),
  );
}

/** Where people lived has other borders, or another name, than before: "¹ Heim ble til …". One note for each mark. */
function breakNotes({ breaks, definition: { language } }: RawTable, words: CoreWords): string[] {
  return breaks.map(({ note }, at) => `${marksOf([at])} ${words(note.id, { ...note.params, on: dayIn(language, note.params.on) })}`);
}

/** How places were counted, and what cannot be said of them. */
function placeNotes({ places }: RawTable, words: CoreWords): string[] {
  if (places === null) return [];
  const decided = places.attributed.map(({ from, to }) => words('analysis.file.attributed', { from, to }));
  return [
    ...(places.mode === 'as-recorded' ? [] : [words(`analysis.file.places.${places.mode}`)]),
    ...(places.lost.length === 0 ? [] : [words('analysis.file.lost', { places: places.lost.join(', ') })]),
    ...new Set(decided),
  ];
}

/** What is a number of what, where it is not one answer of each person. */
function countingNotes(raw: RawTable, words: CoreWords): (string | null)[] {
  const { definition, question, rounds, isExclusive } = raw;
  const isRepeated = rounds === null && question !== null && question.repeat !== null && definition.kind !== 'likert';
  return [
    rounds === null ? null : words('analysis.file.rounds'),
    isRepeated ? words('analysis.file.repeated', { repeat: localised(question.repeat?.wording ?? {}, definition.language) }) : null,
    isExclusive || isRepeated || definition.kind === 'themes' ? null : words('analysis.file.several'),
    raw.hasShared ? words('analysis.file.shared') : null,
  ];
}

function isPrinted(cell: ReleasedCell): boolean {
  return cell.state === 'shown' || cell.state === 'figure';
}

function hasLimits(cell: ReleasedCell): boolean {
  return (cell.state === 'shown' || cell.state === 'figure') && cell.low !== null;
}

/** Title, subtitle and notes. @param rows as they are printed */
export function exhibitTexts(
  raw: RawTable,
  missing: readonly MissingCount[],
  words: CoreWords,
  rows: readonly Pick<ExhibitRow, 'cells'>[],
): ExhibitTexts {
  const { definition, question } = raw;
  const hasIntervals = !rows.some(({ cells }) => cells.some(isPrinted)) || rows.some(({ cells }) => cells.some(hasLimits));
  const notes = [
    definition.kind === 'likert' && question?.lead ? localised(question.lead, definition.language) : null,
    ...groupNotes(raw, words),
    ...countingNotes(raw, words),
    definition.kind === 'themes' ? words(definition.themes === 'own' ? 'analysis.file.ownThemes' : 'analysis.file.rolledUp') : null,
    ...changeNotes(raw, words),
    ...breakNotes(raw, words),
    ...placeNotes(raw, words),
    ...figureNotes(raw, words),
    shareBase(definition) === 'row' ? words('analysis.file.rowBases') : null,
    definition.dontKnow === 'inside' ? words('analysis.file.dontKnowInside') : null,
    definition.intervals === 'exact' ? words('analysis.file.exact') : null,
    missingNote(raw, missing, words),
    ...nonResponseNotes(raw, words),
    ...frameNotes(raw, hasIntervals, words),
  ];
  const grouped = groupedBy(raw, words);
  return {
    title: titleOf(raw, words),
    subtitle: [grouped, measureOf(raw, words, hasIntervals ? 'yes' : 'no')].filter((part) => part !== null).join(' '),
    notes: notes.filter((note) => note !== null).filter((note) => note !== ''),
  };
}

/** The selection in words, or null for everyone. */
export function filterText(sql: Statements, projectId: string, definition: ExhibitDefinition, words: CoreWords): string | null {
  const { filter, language } = definition;
  const parts: string[] = [];
  if (filter?.waveId !== undefined) parts.push(readWaves(sql, projectId).find(({ id }) => id === filter.waveId)?.name ?? '');
  if (filter?.variableId !== undefined && filter.codes !== undefined) {
    const { source } = readSelection(sql, projectId, { ...definition, filter: {} });
    const labels = columnOf(source, filter.variableId).categories.filter(({ code }) => filter.codes?.includes(code));
    const wording = localised(readQuestions(sql, projectId).formsOf(filter.variableId)[0]?.wording ?? {}, language);
    parts.push(
      words('analysis.file.filter', { variable: wording, values: labels.map(({ label }) => localised(label, language)).join(', ') }),
    );
  }
  if (filter?.where !== undefined)
    parts.push(words('analysis.file.where', { condition: whereText(sql, { projectId, where: filter.where, language }, words) }));
  return parts.length === 0 ? null : parts.join('; ');
}

/** Project and the waves that somebody in the table was interviewed in: "Bruker Spør Bruker Fjordvik, vår 2025". */
export function sourceText(sql: Statements, projectId: string, projectName: string, definition: ExhibitDefinition): string {
  const waveId = definition.filter?.waveId ?? null;
  const { waves, waveIndex } = readUnits(sql, projectId, { waveId, perWave: groupingsOf(definition).includes('wave') });
  const present = new Set(waveIndex);
  return [projectName, ...waves.filter(({ id }, at) => id === waveId || present.has(at)).map(({ name }) => name)].join(', ');
}
