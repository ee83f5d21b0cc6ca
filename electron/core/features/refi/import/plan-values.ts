import { z } from 'zod';
import { readQuestions } from '../../../analysis/questions.ts';
import { AnswerDatePrecision } from '../../../../../shared/model/answer.ts';
import { isOneChoice, missingReasons, yesCode } from '../../../../../shared/model/questionnaire.ts';
import type { StoredColumns } from '../../interviews/stored-value.ts';
import type { ValuePart } from '../descriptions.ts';
import { readValues } from '../export/read-values.ts';
import { readInterviews } from '../export/read-people.ts';
import { newTally, type PlanContext, type Tally } from './plan-context.ts';
import type { PlannedInterview, PlannedInterviews } from './plan-interviews.ts';
import type { PlannedPeople, PlannedPerson } from './plan-people.ts';
import type { PlannedQuestion, PlannedQuestions, PlannedVariable } from './plan-questions.ts';
import { tidyValue } from './tidy-value.ts';

/** An answer to write. */
export interface PlannedAnswer {
  readonly interview: PlannedInterview;
  readonly question: PlannedQuestion;
  /** The small number of a question that is here; null for one that will be made. */
  readonly questionKey: number | null;
  readonly columns: StoredColumns;
  /** Words that become a text of their own. */
  readonly words: string | null;
  /** There is an answer already. */
  readonly isKnown: boolean;
}

export interface PlannedValues {
  readonly answers: readonly PlannedAnswer[];
  readonly tally: Tally;
}

interface Part {
  readonly part: ValuePart;
  readonly code: number | null;
  readonly value: string;
}

const nothing: StoredColumns = { code: null, num: null, txt: null, missing: null, sort_on: null, precision: null };
/** How precisely a number or a date can be known here. */
const precisions: ReadonlySet<string> = new Set(['about', 'average', 'at-least', 'inferred', ...AnswerDatePrecision.options]);
const otherReasons = new Set<string>([...missingReasons, 'not-asked', 'not-recorded']);

/** What becomes of the answers that the file gives each person. */
export function planValues(
  context: PlanContext,
  { persons }: PlannedPeople,
  questions: PlannedQuestions,
  interviews: PlannedInterviews,
): PlannedValues {
  const tally = newTally();
  const keyOf = questionKeys(context);
  const oursOf = ourParts(context);
  const answers = persons.flatMap((person): PlannedAnswer[] => {
    const given = Map.groupBy(
      variablesOf(context, person, questions, tally),
      ({ question, wave }) => `${question.variableId} ${wave?.id ?? ''}`,
    );
    return [...given.values()].flatMap((own): PlannedAnswer[] => {
      const [first] = own;
      const interview = first === undefined ? undefined : interviews.find(person.from.guid, first.wave);
      if (first === undefined || interview === undefined) return [];
      const answer = plannedAnswer(context, { interview, question: first.question, parts: own, keyOf, oursOf });
      if (answer === 'same') tally.same += 1;
      else if (answer === 'left') tally.left += 1;
      else {
        tally[answer.isKnown ? 'changed' : 'made'] += 1;
        if (!answer.isKnown || context.choices.known === 'take') return [answer];
      }
      return [];
    });
  });
  return { answers, tally };
}

interface GivenPart extends Part, Pick<PlannedVariable, 'question' | 'wave'> {}

/** The person's values by what they are of; those of variables that are not taken in are counted. */
function variablesOf({ found }: PlanContext, { from }: PlannedPerson, { variables }: PlannedQuestions, tally: Tally): GivenPart[] {
  return from.values.flatMap((value): GivenPart[] => {
    const own = variables.get(value.variable);
    if (own === undefined) {
      tally.left += 1;
      return [];
    }
    const text = tidyValue(value);
    if (text === null) return [];
    if (text === undefined || (own.part === 'precision' && !precisions.has(text))) {
      tally.left += 1;
      found.add('value-unfit', from.line, `${from.name}: ${value.value ?? ''}`);
      return [];
    }
    return [{ ...own, value: text }];
  });
}

const StandingRow = z.object({ state: z.string().nullable(), text_id: z.string().nullable(), body: z.string().nullable() });
const standingSql = `
SELECT answer.state, answer.text_id, text.body FROM answer LEFT JOIN text ON text.id = answer.text_id
WHERE answer.interview_key = :interviewKey AND answer.question_key = :questionKey AND answer.instance = 0`;

/** What stands in the place of an answer and is in no export as a value: words that are coded, or an answer that is set aside. */
function standingThere({ sql }: PlanContext, interviewKey: number | null, questionKey: number | null): z.infer<typeof StandingRow> | null {
  if (interviewKey === null || questionKey === null) return null;
  const row = sql.get(StandingRow, standingSql, { interviewKey, questionKey });
  const isApart = row !== undefined && (row.body !== null || row.state === 'parked' || row.state === 'invalid-draft');
  return isApart ? row : null;
}

type KeyOf = (variableId: string, versionId: string) => number | undefined;
type OursOf = (personId: string, variableId: string, waveId: string) => readonly Part[];

function questionKeys({ sql, target }: PlanContext): KeyOf {
  const forms = readQuestions(sql, target.projectId).forms.filter(({ repeat }) => repeat === null);
  const keys = new Map(forms.map(({ variableId, versionId, key }) => [`${variableId} ${versionId}`, key]));
  return (variableId, versionId) => keys.get(`${variableId} ${versionId}`);
}

/** Our answers as an export would write them: what is the same there is the same. */
function ourParts({ sql, target }: PlanContext): OursOf {
  if (target.isNew) return () => [];
  const { variables, values } = readValues(sql, target.projectId, readInterviews(sql, target.projectId), () => true);
  const facts = new Map(variables.map(({ key, facts: own }) => [key, own]));
  const byPlace = new Map<string, Part[]>();
  for (const [personId, own] of values) {
    for (const { key, value } of own) {
      const known = facts.get(key);
      if (known === undefined) continue;
      const place = `${personId} ${known.variable.id} ${known.wave.id}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), { part: known.part, code: known.code, value }]);
    }
  }
  return (personId, variableId, waveId) => byPlace.get(`${personId} ${variableId} ${waveId}`) ?? [];
}

interface Meeting {
  readonly interview: PlannedInterview;
  readonly question: PlannedQuestion;
  readonly parts: readonly Part[];
  readonly keyOf: KeyOf;
  readonly oursOf: OursOf;
}

function plannedAnswer(context: PlanContext, { interview, question, parts, keyOf, oursOf }: Meeting): PlannedAnswer | 'same' | 'left' {
  const { found, changes } = context;
  const { person, wave, known } = interview;
  const questionKey = known === null ? null : (keyOf(question.variableId, known.versionId) ?? null);
  const what = `${person.code}: ${question.name}`;
  if (known !== null && questionKey === null && question.spec === null) {
    found.add('variable-unknown', person.from.line, what);
    return 'left';
  }
  const ours = oursOf(person.id, question.variableId, wave.id);
  if (ours.length > 0 && signOf(ours) === signOf(parts)) return 'same';
  const columns = columnsOf(question, parts);
  // Another program says "true" where we say the code of yes.
  if (columns !== null && ours.length > 0 && isEqual(columns, columnsOf(question, ours))) return 'same';
  if (columns === null) {
    found.add('value-unfit', person.from.line, `${what}: ${parts.map(({ value }) => value).join(', ')}`);
    return 'left';
  }
  const standing = ours.length > 0 ? null : standingThere(context, known?.key ?? null, questionKey);
  if (standing !== null && standing.body !== null && standing.body === columns.txt) return 'same';
  const isKnown = ours.length > 0 || standing !== null;
  if (isKnown) changes.add('value', what, 'value', standing?.body ?? shownParts(ours), shownParts(parts));
  const isWords = question.type === 'open' && columns.txt !== null;
  return {
    interview,
    question,
    questionKey,
    columns: isWords ? nothing : columns,
    words: isWords ? columns.txt : null,
    isKnown,
  };
}

function isEqual(one: StoredColumns, other: StoredColumns | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Equal for equal parts, whatever their order. Of options only the chosen ones count. */
function signOf(parts: readonly Part[]): string {
  return JSON.stringify(
    parts
      .filter(({ part, value }) => part !== 'option' || (value !== 'false' && value !== '0'))
      .map(({ part, code, value }) => [part, code, value])
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  );
}

function shownParts(parts: readonly Part[]): string {
  const chosen = parts.filter(({ part, value }) => part !== 'option' || (value !== 'false' && value !== '0'));
  return chosen.map(({ part, code, value }) => (part === 'option' ? String(code) : value)).join(', ');
}

/** An answer's parts as it is stored; null where they are no answer to this question. */
function columnsOf({ type, codes, spec }: PlannedQuestion, parts: readonly Part[]): StoredColumns | null {
  const find = (wanted: ValuePart): string | undefined => parts.find(({ part }) => part === wanted)?.value;
  const missing = find('missing');
  if (missing !== undefined) return otherReasons.has(missing) ? { ...nothing, missing } : null;
  const value = find('value');
  if (isOneChoice({ type })) return value === undefined ? null : oneChoice(value, type, codes);
  if (type === 'several' || type === 'rank') {
    const chosen = parts.filter(({ part, value: own }) => part === 'option' && own !== 'false' && own !== '0');
    // Of a question that is here only its own answers can be chosen.
    if (chosen.some(({ code }) => code === null || (spec === null && !codes.includes(code)))) return null;
    const ordered = type === 'rank' ? chosen.toSorted((a, b) => Number(a.value) - Number(b.value)) : chosen;
    return { ...nothing, txt: ordered.map(({ code }) => String(code)).join(' ') };
  }
  if (type === 'number' || type === 'calculated') {
    const number = Number(value ?? Number.NaN);
    return Number.isNaN(number) ? null : { ...nothing, num: number, precision: find('precision') ?? null };
  }
  if (type === 'date') return dateColumns(value, find('said'), find('precision'));
  return type === 'open' && value !== undefined ? { ...nothing, txt: value } : null;
}

function oneChoice(value: string, type: PlannedQuestion['type'], codes: readonly number[]): StoredColumns | null {
  const isYesNo = type === 'yes-no' || type === 'consent';
  const code = value === 'true' ? yesCode : value === 'false' ? yesCode + 1 : Number(value);
  const isKnown = codes.length > 0 ? codes.includes(code) : isYesNo ? code === yesCode || code === yesCode + 1 : code >= 0 && code <= 10;
  return Number.isInteger(code) && isKnown ? { ...nothing, code } : null;
}

function dateColumns(value: string | undefined, said: string | undefined, precision: string | undefined): StoredColumns | null {
  const [words, day = ''] = (said ?? '').split('\n');
  const sortOn = z.iso.date().safeParse(day.slice(0, 10)).success ? day : null;
  if (said !== undefined) return { ...nothing, txt: words ?? '', sort_on: value ?? sortOn, precision: precision ?? null };
  if (value === undefined) return null;
  return { ...nothing, txt: value, sort_on: value, precision: precision ?? (value.includes('T') ? 'minute' : 'day') };
}
