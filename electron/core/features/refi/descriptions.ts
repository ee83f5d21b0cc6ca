import { z } from 'zod';
import { QuestionType } from '../../../../shared/model/questionnaire.ts';
import { Language, languages, type LocalisedText } from '../../../../shared/model/text.ts';
import { fieldLine, isPlainBefore, readMarked, writeMarked, type MarkedField } from '../codebook/exchange/marked-fields.ts';

/*
 * What the descriptions of texts, variables and the project carry of ours that REFI-QDA has no place for, for people to read in any program
 * and for our own import to read back.
 */

const textMark = '--- Røst text 1 ---';
const variableMark = '--- Røst variable 1 ---';
const caseMark = '--- Røst participant 1 ---';
const projectMark = '--- Røst project 1 ---';

/** Something with an id, by what it is called. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
}

export const TextKind = z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']);
export type TextKind = z.infer<typeof TextKind>;
export const SourceDocumentKind = z.enum(['transcript', 'notes', 'letter', 'other']);

/** What a text is. */
export interface TextFacts {
  readonly kind: TextKind;
  readonly variable: NamedId | null;
  readonly wave: NamedId | null;
  readonly language: Language;
  readonly role: string | null;
  readonly saidOn: string | null;
  /** The person of a group or round of a repeat; 0 for none. */
  readonly instance: number;
  readonly document: z.infer<typeof SourceDocumentKind> | null;
}

const idLine = (label: string, named: NamedId | null): string[] =>
  named === null ? [] : [fieldLine(label, named.id, named.name.replaceAll(/\s+/gu, ' '))];
const plainLine = (label: string, value: string | null): string[] => (value === null ? [] : [fieldLine(label, null, value)]);

export function writeTextFacts(facts: TextFacts): string {
  return writeMarked('', textMark, [
    fieldLine('Kind', null, facts.kind),
    ...idLine('Question', facts.variable),
    ...idLine('Wave', facts.wave),
    fieldLine('Language', null, facts.language),
    ...plainLine('Role', facts.role),
    ...plainLine('Said', facts.saidOn),
    ...(facts.instance === 0 ? [] : [fieldLine('Round', null, String(facts.instance))]),
    ...plainLine('Document', facts.document),
  ]);
}

/** What we wrote of a text; null for a description of another program's. */
export function readTextFacts(description: string): TextFacts | null {
  const fields = readMarked(description, textMark, () => undefined)?.fields;
  if (fields === undefined) return null;
  const kind = TextKind.safeParse(valueOf(fields, 'Kind'));
  if (!kind.success) return null;
  return {
    kind: kind.data,
    variable: namedOf(fields, 'Question'),
    wave: namedOf(fields, 'Wave'),
    language: Language.catch('nb').parse(valueOf(fields, 'Language')),
    role: valueOf(fields, 'Role'),
    saidOn: z.iso.date().safeParse(valueOf(fields, 'Said')).data ?? null,
    instance: z.coerce.number().int().min(0).max(1_000_000).catch(0).parse(valueOf(fields, 'Round')),
    document: SourceDocumentKind.safeParse(valueOf(fields, 'Document')).data ?? null,
  };
}

/**
 * Which part of an answer a variable holds: the value itself; whether one of several options was chosen, or its rank; why there is no
 * answer; a date or number as it was said; how precise it is.
 */
export const ValuePart = z.enum(['value', 'option', 'missing', 'said', 'precision']);
export type ValuePart = z.infer<typeof ValuePart>;

export interface VariableOption {
  readonly code: number;
  readonly label: LocalisedText;
}

/** What a variable holds. */
export interface VariableFacts {
  readonly variable: NamedId;
  readonly part: ValuePart;
  /** The option of part `option`. */
  readonly code: number | null;
  readonly wave: NamedId;
  readonly type: QuestionType;
  readonly number: string;
  readonly wording: LocalisedText;
  readonly options: readonly VariableOption[];
  readonly isBackground: boolean;
  readonly isIdentifier: boolean;
}

/** @param language the one whose wording stands first, for people */
export function writeVariableFacts(facts: VariableFacts, language: Language): string {
  const main = facts.wording[language] ?? '';
  const isPlain = isPlainBefore(main, variableMark);
  return writeMarked(isPlain ? main : '', variableMark, [
    fieldLine('Language', null, language),
    ...idLine('Variable', facts.variable),
    ...idLine('Wave', facts.wave),
    fieldLine('Part', facts.code === null ? null : String(facts.code), facts.part),
    fieldLine('Type', null, facts.type),
    fieldLine('Number', null, facts.number),
    ...localisedLines('Wording', '', facts.wording, isPlain ? language : null),
    ...facts.options.flatMap(({ code, label }) => [
      ...(Object.keys(label).length === 0 ? [fieldLine('Option', String(code), '')] : []),
      ...localisedLines('Option', `${code} `, label, null),
    ]),
    ...(facts.isBackground ? [fieldLine('Background', null, 'yes')] : []),
    ...(facts.isIdentifier ? [fieldLine('Identifying', null, 'yes')] : []),
  ]);
}

function localisedLines(label: string, before: string, texts: LocalisedText, except: Language | null): string[] {
  return languages.flatMap((language) => {
    const text = texts[language];
    return text === undefined || language === except ? [] : [fieldLine(label, `${before}${language}`, text)];
  });
}

/** What we wrote of a variable; null for a description of another program's. */
export function readVariableFacts(description: string): VariableFacts | null {
  const marked = readMarked(description, variableMark, () => undefined);
  if (marked === null) return null;
  const { words, fields } = marked;
  const variable = namedOf(fields, 'Variable');
  const wave = namedOf(fields, 'Wave');
  const type = QuestionType.safeParse(valueOf(fields, 'Type'));
  const part = ValuePart.safeParse(valueOf(fields, 'Part'));
  if (variable === null || wave === null || !type.success || !part.success) return null;
  const code = fields.find(({ label }) => label === 'Part')?.bracket ?? '';
  const main = Language.catch('nb').parse(valueOf(fields, 'Language'));
  const wording: LocalisedText = words === '' ? {} : { [main]: words };
  const options = new Map<number, LocalisedText>();
  for (const { label, bracket, value } of fields) {
    if (label === 'Wording') Object.assign(wording, inLanguage(bracket, value));
    const [, number, language = ''] = /^(-?\d{1,9})(?: (\w+))?$/u.exec(bracket) ?? [];
    if (label === 'Option' && number !== undefined)
      options.set(Number(number), { ...options.get(Number(number)), ...inLanguage(language, value) });
  }
  return {
    variable,
    wave,
    part: part.data,
    code: /^-?\d{1,9}$/u.test(code) ? Number(code) : null,
    type: type.data,
    number: valueOf(fields, 'Number') ?? '',
    wording,
    options: [...options].map(([own, label]) => ({ code: own, label })),
    isBackground: valueOf(fields, 'Background') === 'yes',
    isIdentifier: valueOf(fields, 'Identifying') === 'yes',
  };
}

function inLanguage(bracket: string, value: string): LocalisedText {
  const language = Language.safeParse(bracket);
  return language.success ? { [language.data]: value } : {};
}

/** The waves in which a person was interviewed, also where nothing else tells of it. */
export function writeCaseWaves(waves: readonly NamedId[]): string {
  return writeMarked(
    '',
    caseMark,
    waves.flatMap((wave) => idLine('Wave', wave)),
  );
}

/** What we wrote of a person; null for a description of another program's. */
export function readCaseWaves(description: string): NamedId[] | null {
  const fields = readMarked(description, caseMark, () => undefined)?.fields;
  return fields === undefined ? null : fields.flatMap((field) => namedOf([field], 'Wave') ?? []);
}

/** The project itself. */
export interface ProjectFacts {
  readonly id: string;
  readonly kind: string;
  readonly language: Language;
  /** The waves in which somebody was interviewed, in their order. */
  readonly waves: readonly NamedId[];
}

export function writeProjectFacts({ id, kind, language, waves }: ProjectFacts): string {
  return writeMarked('', projectMark, [
    fieldLine('Project', null, id),
    fieldLine('Kind', null, kind),
    fieldLine('Language', null, language),
    ...waves.flatMap((wave) => idLine('Wave', wave)),
  ]);
}

export function readProjectFacts(description: string): ProjectFacts | null {
  const fields = readMarked(description, projectMark, () => undefined)?.fields;
  const id = z.uuid().safeParse(fields === undefined ? '' : valueOf(fields, 'Project'));
  if (fields === undefined || !id.success) return null;
  return {
    id: id.data,
    kind: valueOf(fields, 'Kind') ?? '',
    language: Language.catch('nb').parse(valueOf(fields, 'Language')),
    waves: fields.flatMap((field) => namedOf([field], 'Wave') ?? []),
  };
}

function valueOf(fields: readonly MarkedField[], label: string): string | null {
  return fields.find((field) => field.label === label)?.value ?? null;
}

function namedOf(fields: readonly MarkedField[], label: string): NamedId | null {
  const found = fields.find((field) => field.label === label);
  return found === undefined || !z.uuid().safeParse(found.bracket).success ? null : { id: found.bracket, name: found.value };
}
