import type {
  OptionSpec,
  QuestionnaireSpec,
  QuestionSpec,
  ScaleSpec,
  SectionSpec,
} from '../../../../../shared/model/questionnaire-spec.ts';
import { emptyQuestion } from '../../../../../shared/model/questionnaire-spec.ts';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import type { Comparability, Question } from '../../../../../shared/model/questionnaire.ts';
import type { FileOption, FileQuestion } from '../../../../../shared/model/survey-file.ts';
import type { Language, LocalisedText } from '../../../../../shared/model/text.ts';
import { compareQuestion, labelKey } from '../matching/align-options.ts';
import { isOtherLabel } from '../reading/header-words.ts';
import { spellingKey } from '../reading/value-forms.ts';
import type { LinkedQuestion } from './load-target.ts';

export interface NewVersionInput {
  /** The version before, and its questions in the same order. */
  readonly previous: QuestionnaireSpec;
  readonly questions: readonly (readonly Question[])[];
  readonly linked: readonly LinkedQuestion[];
  /** Specifications of the questions that are new, by their place in the mapping. */
  readonly added: ReadonlyMap<number, QuestionSpec>;
  readonly addedScales: readonly ScaleSpec[];
  readonly language: Language;
}

export interface NewVersion {
  readonly spec: QuestionnaireSpec;
  /** For every section and question of `spec`: its place in the mapping, where it comes from and what has changed. */
  readonly origins: readonly (readonly QuestionOrigin[])[];
}

export interface QuestionOrigin {
  readonly place: number;
  readonly previousId: QuestionId | null;
  readonly bankQuestionId: string | null;
  readonly comparability: Comparability;
}

/**
 * The next version of a questionnaire as a file shows that it was asked: matched questions keep variable, type, section and all words
 * that are the same; changed wordings and options are the file's; new questions stand where the file has them; the others are gone.
 * Routing, checks and ranges are not taken over: the answers were given under other ones. Pure.
 */
export function nextVersion({ previous, questions, linked, added, addedScales, language }: NewVersionInput): NewVersion {
  const scales: ScaleSpec[] = [...previous.scales, ...addedScales];
  const sections = previous.sections.map((section) => ({ section, entries: [] as { spec: QuestionSpec; origin: QuestionOrigin }[] }));
  const sectionOf = new Map(questions.flatMap((all, at) => all.map(({ id }, index) => [id, { at, index }] as const)));
  let current = linked.flatMap(({ target }) => (target === null ? [] : [sectionOf.get(target.id)?.at ?? 0]))[0] ?? 0;
  for (const [place, { file, target }] of linked.entries()) {
    const where = target === null ? undefined : sectionOf.get(target.id);
    if (where !== undefined) current = where.at;
    const before = where === undefined ? undefined : previous.sections[where.at]?.questions[where.index];
    const spec = before === undefined ? (added.get(place) ?? emptyQuestion('v', 'open', {})) : carry(before, file, { scales, language });
    const { comparability } = compareQuestion(file, target, language);
    sections[current]?.entries.push({
      spec,
      origin: {
        place,
        previousId: target?.id ?? null,
        bankQuestionId: comparability === 'same' ? (target?.bankQuestionId ?? null) : null,
        comparability,
      },
    });
  }
  const kept = sections.filter(({ entries }) => entries.length > 0);
  const usedScales = new Set(kept.flatMap(({ entries }) => entries.flatMap(({ spec }) => spec.scale ?? [])));
  return {
    spec: {
      name: previous.name,
      languages: [...new Set([...previous.languages, language])],
      sections: kept.map(({ section, entries }): SectionSpec => ({
        ...section,
        relevant: null,
        questions: entries.map(({ spec }) => spec),
      })),
      scales: scales.filter(({ key }) => usedScales.has(key)),
      extras: {},
    },
    origins: kept.map(({ entries }) => entries.map(({ origin }) => origin)),
  };
}

interface Carrying {
  /** Scales of the version; a changed one is put at the end. */
  readonly scales: ScaleSpec[];
  readonly language: Language;
}

/** A question of the version before as this wave asked it. */
function carry(before: QuestionSpec, file: FileQuestion, { scales, language }: Carrying): QuestionSpec {
  const wordings = [before.lead, before.wording];
  const isSameWording = [...languagesOf(before.wording)].some(
    (own) => spellingKey(wordings.map((text) => text?.[own] ?? '').join(' ')) === spellingKey([file.group ?? '', file.label].join(' ')),
  );
  const words = isSameWording
    ? { wording: before.wording, lead: before.lead }
    : { wording: { [language]: file.label }, lead: file.group === null ? null : { [language]: file.group } };
  const reasons = [...before.reasons, ...reasonsOf(file).filter((reason) => !before.reasons.includes(reason))];
  return {
    ...emptyQuestion(before.name, before.type, words.wording),
    ...words,
    label: before.label,
    hint: before.hint,
    instruction: before.instruction,
    unit: before.unit,
    reasons,
    decimals: null,
    rankCount: before.rankCount,
    dateForm: before.dateForm,
    registerKind: before.registerKind,
    hasRandomOrder: before.hasRandomOrder,
    isIdentifier: before.isIdentifier,
    isBackground: before.isBackground,
    extras: before.extras,
    ...answersOf(before, file, { scales, language }),
    // A register's record was picked here; what another program holds are words.
    ...(before.type === 'register' && { type: 'open', registerKind: null }),
  };
}

function languagesOf(text: LocalisedText): Language[] {
  // The keys of a localised text are languages.
  return Object.keys(text) as Language[];
}

function reasonsOf(file: FileQuestion): QuestionSpec['reasons'] {
  return file.missing.flatMap(({ reason }) => (reason === 'not-asked' || reason === 'not-recorded' ? [] : [reason]));
}

function answersOf(
  before: QuestionSpec,
  file: FileQuestion,
  { scales, language }: Carrying,
): Pick<QuestionSpec, 'type' | 'scale' | 'options'> {
  const same = { type: before.type, scale: before.scale, options: before.options };
  if (file.kind !== 'closed' && file.kind !== 'multiple') return same;
  const scale = scales.find(({ key }) => key === before.scale);
  const old = scale?.options ?? before.options;
  // Yes and no, and the points from 0 to 10, have no list until there is more to choose from.
  if (old.length === 0 && file.options.every(({ code }) => isImplied(before, code))) return same;
  const options = file.options.map((option) => optionOf(option, old, file, language));
  const isSame = options.length === old.length && options.every((option, at) => option === old[at]);
  if (isSame) return same;
  if (old.length === 0) return { type: 'one', scale: null, options };
  if (scale === undefined) return { ...same, options };
  return { ...same, scale: changedScale(scale, options, scales) };
}

function isImplied({ type }: QuestionSpec, code: number): boolean {
  if (type === 'scale-0-10') return code >= 0 && code <= 10;
  return (type === 'yes-no' || type === 'consent') && (code === 1 || code === 2);
}

/** The option as it was where its label is the same. */
function optionOf(option: FileOption, old: readonly OptionSpec[], file: FileQuestion, language: Language): OptionSpec {
  const before = old.find(({ code }) => code === option.code);
  const texts = [option.label, ...option.spellings].map(labelKey);
  const isSame = before !== undefined && Object.values(before.label).some((label) => texts.includes(labelKey(label)));
  if (before !== undefined && isSame) return before;
  const asksWhat = 'specifyColumn' in file && file.specifyColumn !== null && isOtherLabel(option.label);
  const base = before ?? { code: option.code, name: null, isExclusive: false, asksWhat, filterValues: {}, extras: {} };
  return { ...base, label: { [language]: option.label } };
}

/** A changed scale is another one; questions that changed in the same way share it. */
function changedScale(scale: ScaleSpec, options: OptionSpec[], scales: ScaleSpec[]): string {
  const sameness = (all: readonly OptionSpec[]): string => JSON.stringify(all.map(({ code, label }) => [code, label]));
  const known = scales.find((candidate) => candidate.key.startsWith(`${scale.key} `) && sameness(candidate.options) === sameness(options));
  if (known !== undefined) return known.key;
  const key = `${scale.key} ${scales.length}`;
  const neutralCode = options.some(({ code }) => code === scale.neutralCode) ? scale.neutralCode : null;
  scales.push({ ...scale, key, neutralCode, options });
  return key;
}
