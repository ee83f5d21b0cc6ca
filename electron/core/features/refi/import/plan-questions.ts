import { z } from 'zod';
import { emptyQuestion, type OptionSpec, type QuestionSpec } from '../../../../../shared/model/questionnaire-spec.ts';
import type { QuestionType } from '../../../../../shared/model/questionnaire.ts';
import type { LocalisedText } from '../../../../../shared/model/text.ts';
import { readQuestions, type QuestionForm } from '../../../analysis/questions.ts';
import { createNameGiver, slug } from '../../exchange/variable-names.ts';
import { readVariableFacts, type NamedId, type ValuePart, type VariableFacts } from '../descriptions.ts';
import type { RefiVariable } from '../refi-project.ts';
import { newTally, type PlanContext, type Tally } from './plan-context.ts';

/** A question of the file: one that the project has, or one that will be made. */
export interface PlannedQuestion {
  /** The variable's id: ours, or the one it gets. */
  readonly variableId: string;
  readonly name: string;
  readonly type: QuestionType;
  /** Codes that can be chosen; none where anything can. */
  readonly codes: readonly number[];
  /** Of a question that will be made. */
  readonly spec: QuestionSpec | null;
}

/** What a variable of the file holds: which part of the answers to which question, in which wave. */
export interface PlannedVariable {
  readonly question: PlannedQuestion;
  readonly part: ValuePart;
  readonly code: number | null;
  readonly wave: NamedId | null;
}

export interface PlannedQuestions {
  readonly questions: readonly PlannedQuestion[];
  /** By GUID of the file's variable; what is not taken in is not there. */
  readonly variables: ReadonlyMap<string, PlannedVariable>;
  /** By variable id as the file's texts name it. */
  readonly byFileId: ReadonlyMap<string, PlannedQuestion>;
  readonly tally: Tally;
}

/** A question as the file has it, put together from its variables and texts. */
interface Wanted {
  readonly fileId: string;
  readonly name: string;
  readonly facts: Pick<VariableFacts, 'type' | 'wording' | 'options' | 'isBackground' | 'isIdentifier'>;
  readonly line: number;
}

const IdRow = z.object({ id: z.string() });

/**
 * Finds the project's question for each variable of the file: by id or name. A project without any questionnaire gets one made of the file's;
 * one that has its own keeps to it, and what it does not ask is told as left out.
 */
export function planQuestions(context: PlanContext): PlannedQuestions {
  const { sql, target, found } = context;
  const parts = partsOf(context);
  const wanted = wantedOf(context, parts);
  const forms = readQuestions(sql, target.projectId).forms;
  const tally = newTally();
  const giveName = createNameGiver([]);
  const byFileId = new Map<string, PlannedQuestion>();
  for (const one of wanted.values()) {
    const form = forms.find(({ variableId, repeat }) => variableId === one.fileId && repeat === null) ?? formNamed(forms, one.name);
    if (form !== undefined) {
      tally.same += 1;
      byFileId.set(one.fileId, questionOf(context, form));
    } else if (forms.length === 0) {
      tally.made += 1;
      byFileId.set(one.fileId, newQuestion(context, one, giveName));
    } else {
      tally.left += 1;
      found.add('variable-unknown', one.line, one.name);
    }
  }
  const variables = new Map(
    [...parts].flatMap(([guid, { fileId, part, code, wave }]): [string, PlannedVariable][] => {
      const question = byFileId.get(fileId);
      return question === undefined ? [] : [[guid, { question, part, code, wave }]];
    }),
  );
  return { questions: [...byFileId.values()], variables, byFileId, tally };
}

function formNamed(forms: readonly QuestionForm[], name: string): QuestionForm | undefined {
  return forms.find(({ variableName, repeat }) => repeat === null && variableName.toLowerCase() === name.trim().toLowerCase());
}

function questionOf({ sql, target }: PlanContext, form: QuestionForm): PlannedQuestion {
  const options = readQuestions(sql, target.projectId).optionsOf(form.variableId);
  // The type as it lies in the file of ours.
  const type = form.type as QuestionType;
  return { variableId: form.variableId, name: form.variableName, type, codes: options.map(({ code }) => code), spec: null };
}

interface VariablePart {
  readonly fileId: string;
  readonly part: ValuePart;
  readonly code: number | null;
  readonly wave: NamedId | null;
  readonly variable: RefiVariable;
  readonly facts: VariableFacts | null;
}

function partsOf({ file: { project } }: PlanContext): Map<string, VariablePart> {
  return new Map(
    project.variables.map((variable): [string, VariablePart] => {
      const facts = readVariableFacts(variable.description);
      if (facts === null) return [variable.guid, { fileId: variable.guid, part: 'value', code: null, wave: null, variable, facts }];
      const { part, code, wave } = facts;
      return [variable.guid, { fileId: facts.variable.id, part, code, wave, variable, facts }];
    }),
  );
}

function wantedOf(context: PlanContext, parts: ReadonlyMap<string, VariablePart>): Map<string, Wanted> {
  const { file, choices } = context;
  const wanted = new Map<string, Wanted>();
  for (const { fileId, variable, facts } of parts.values()) {
    if (wanted.has(fileId)) continue;
    const name = facts?.variable.name ?? variable.name;
    wanted.set(fileId, { fileId, name, line: variable.line, facts: facts ?? foreignFacts(variable, choices.language) });
  }
  // Open answers are texts; nothing else tells of their question but the set that they are in.
  const described = new Map(file.project.sets.flatMap(({ sources, description }) => sources.map((guid) => [guid, description] as const)));
  for (const source of file.project.sources) {
    const facts = context.factsOf(source.guid);
    if (facts === null || facts.variable === null || wanted.has(facts.variable.id)) continue;
    const wording: LocalisedText = { [choices.language]: described.get(source.guid) ?? facts.variable.name };
    wanted.set(facts.variable.id, {
      fileId: facts.variable.id,
      name: facts.variable.name,
      line: source.line,
      facts: { type: 'open', wording, options: [], isBackground: false, isIdentifier: false },
    });
  }
  return wanted;
}

const foreignTypes = {
  Text: 'open',
  Boolean: 'yes-no',
  Integer: 'number',
  Float: 'number',
  Date: 'date',
  DateTime: 'date',
} as const satisfies Record<RefiVariable['type'], QuestionType>;

function foreignFacts({ name, type, description }: RefiVariable, language: PlanContext['choices']['language']): Wanted['facts'] {
  const words = description.trim();
  return {
    type: foreignTypes[type],
    wording: { [language]: words === '' ? name : words.slice(0, 2000).toWellFormed() },
    options: [],
    isBackground: type !== 'Text',
    isIdentifier: false,
  };
}

function newQuestion(context: PlanContext, wanted: Wanted, giveName: (wanted: string) => string): PlannedQuestion {
  const { fileId, name, facts, line } = wanted;
  if (facts.type === 'register') context.found.add('words-for-record', line, name);
  const isOwnName = /^[\p{L}_][\p{L}\p{N}_.-]{0,199}$/u.test(name);
  const given = giveName(isOwnName ? name : slug(name) || 'v_1');
  const type = writableType(facts.type);
  const options = type === 'yes-no' || type === 'consent' || type === 'scale-0-10' ? [] : facts.options.map(optionOf);
  const needsOptions = type === 'one' || type === 'scale' || type === 'several' || type === 'rank';
  const spec: QuestionSpec = {
    ...emptyQuestion(given, needsOptions && options.length === 0 ? 'number' : type, facts.wording),
    options,
    isBackground: facts.isBackground,
    isIdentifier: facts.isIdentifier,
  };
  return { variableId: freeVariableId(context, fileId), name: given, type: spec.type, codes: facts.options.map(({ code }) => code), spec };
}

/** Calculations, registers and scales by name do not travel: their answers do. */
function writableType(type: QuestionType): QuestionType {
  if (type === 'calculated') return 'number';
  if (type === 'register' || type === 'note' || type === 'repeat') return 'open';
  return type === 'scale' ? 'one' : type;
}

function optionOf({ code, label }: VariableFacts['options'][number]): OptionSpec {
  return { code, name: null, label, isExclusive: false, asksWhat: false, filterValues: {}, extras: {} };
}

/** The file's own id where it is one and nobody here has it. */
function freeVariableId({ sql, newId }: PlanContext, fileId: string): string {
  const isId = z.uuid().safeParse(fileId).success;
  const isTaken = isId && sql.get(IdRow, 'SELECT id FROM variable WHERE id = :fileId', { fileId }) !== undefined;
  return isId && !isTaken ? fileId : newId();
}
