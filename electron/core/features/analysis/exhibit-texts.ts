import type { ExhibitDefinition, MissingCount, MissingReason } from '../../../../shared/contract/analysis.ts';
import { localised } from '../../../../shared/model/text.ts';
import { columnOf, readSelection } from './selection.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { readWaves } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { marksOf } from '../../analysis/place-column.ts';
import { dayIn, type CoreWords } from '../../words.ts';
import type { RawTable } from './raw-table.ts';

/** Texts of an exhibit in its own language. */
export interface ExhibitTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: string[];
}

const reasonIds = {
  'not-asked': 'analysis.missing.notAsked',
  'not-applicable': 'analysis.missing.notApplicable',
  'dont-know': 'analysis.missing.dontKnow',
  'prefer-not-to-say': 'analysis.missing.preferNotToSay',
  skipped: 'analysis.missing.skipped',
  illegible: 'analysis.missing.illegible',
  'not-recorded': 'analysis.missing.notRecorded',
} as const satisfies Record<MissingReason, string>;

function titleOf({ definition, question, rounds }: RawTable, words: CoreWords): string {
  const { language } = definition;
  if (definition.kind === 'themes') return words('analysis.file.themes');
  if (definition.rows === 'place') return capital(words('analysis.file.place'), language);
  if (question === null) return '';
  const title = localised(definition.kind === 'likert' ? question.sectionTitle : question.wording, language);
  return rounds === null ? title : words('analysis.file.perRound', { title, repeat: localised(rounds.wording, language) });
}

function capital(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function measureOf({ definition, rows, rounds }: RawTable, words: CoreWords): string {
  if (rounds !== null) return words('analysis.file.measure.rounds');
  if (definition.rows === 'place') return words('analysis.file.measure.place');
  if (definition.kind === 'likert') return words('analysis.file.measure.battery', { count: rows.length });
  return words(definition.kind === 'themes' ? 'analysis.file.measure.themes' : 'analysis.file.measure.persons');
}

function groupedBy({ definition, columnQuestion }: RawTable, words: CoreWords): string | null {
  if (definition.columns === 'wave') return words('analysis.file.byWave');
  if (definition.columns === 'place') return words('analysis.file.byPlace');
  if (definition.columns === 'service') return words('analysis.file.byService');
  return columnQuestion === null ? null : words('analysis.file.by', { column: localised(columnQuestion.wording, definition.language) });
}

/** "Holdt utenfor prosenten: vet ikke (12), vil ikke svare." Batteries say it without numbers, since each item has its own. */
function missingNote(raw: RawTable, missing: readonly MissingCount[], words: CoreWords): string | null {
  if (missing.length === 0) return null;
  if (raw.definition.kind === 'likert') return words('analysis.file.missingBattery');
  const reasons = missing.map(({ reason, count }) => `${words(reasonIds[reason])}${count === null ? '' : ` (${count})`}`);
  return words('analysis.file.missing', { reasons: reasons.join(', ') });
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

/** Title, subtitle and notes. */
export function exhibitTexts(raw: RawTable, missing: readonly MissingCount[], words: CoreWords): ExhibitTexts {
  const { definition, question } = raw;
  const frame = raw.frames.find((count) => count !== null) ?? null;
  const notes = [
    definition.kind === 'likert' && question?.lead ? localised(question.lead, definition.language) : null,
    raw.columnQuestion === null || definition.kind === 'themes' ? null : words('analysis.file.bothAnswered'),
    ...countingNotes(raw, words),
    definition.kind === 'themes' ? words(definition.themes === 'own' ? 'analysis.file.ownThemes' : 'analysis.file.rolledUp') : null,
    ...changeNotes(raw, words),
    ...breakNotes(raw, words),
    ...placeNotes(raw, words),
    missingNote(raw, missing, words),
    frame === null ? null : words('analysis.file.frame', { count: frame }),
  ];
  const grouped = groupedBy(raw, words);
  return {
    title: titleOf(raw, words),
    subtitle: [grouped, measureOf(raw, words)].filter((part) => part !== null).join(' '),
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
  return parts.length === 0 ? null : parts.join('; ');
}

/** Project and waves: "Bruker Spør Bruker Fjordvik, vår 2025". */
export function sourceText(sql: Statements, projectId: string, projectName: string, definition: ExhibitDefinition): string {
  const waves = readWaves(sql, projectId).filter(({ id }) => definition.filter?.waveId === undefined || definition.filter.waveId === id);
  return [projectName, ...waves.map(({ name }) => name)].join(', ');
}
