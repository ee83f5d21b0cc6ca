import { z } from 'zod';
import { rollUp } from '../../../shared/model/place-lineage/index.ts';
import { fromAnswer } from '../../../shared/expressions/answers.ts';
import { isSet, toText, type Value } from '../../../shared/expressions/value.ts';
import { readKnownPlaces } from '../places/place-register.ts';
import type { QuestionForm } from './questions.ts';
import type { Given } from './question-answers.ts';
import { countingOf, eachAnswer, type ColumnSource } from './stored-answers.ts';

/** What a name stands for: its one value, and all of them where rounds were several. */
export interface NamedAnswer {
  readonly value: (unit: number) => Value;
  readonly list: (unit: number) => readonly Value[];
}

/** Names of where and when an interview was, where no variable has them. */
const reserved = ['wave', 'place', 'service'] as const;
type Reserved = (typeof reserved)[number];

const texts = new Set(['open', 'date']);
const KeyRow = z.object({ key: z.int() });
const ServiceRow = z.object({ id: z.string(), name: z.string() });
const OptionNameRow = z.object({ owner: z.string(), code: z.int(), name: z.string() });
const TextRow = z.object({
  interview_key: z.int(),
  instance: z.int(),
  body: z.string().nullable(),
  sort_on: z.string().nullable(),
  state: z.string().nullable(),
});

const identifyingSql = `
SELECT q.key FROM question q JOIN variable v ON v.id = q.variable_id
WHERE v.is_identifier = 1 AND q.key IN (SELECT value FROM json_each(:keys))`;

const textSql = `
SELECT a.interview_key, a.instance, coalesce(t.body, a.txt) AS body, a.sort_on, a.state
FROM interview i CROSS JOIN answer a ON a.interview_key = i.key AND a.question_key = :questionKey LEFT JOIN text t ON t.id = a.text_id
WHERE i.project_id = :projectId AND a.missing IS NULL`;

const optionNameSql = `
SELECT coalesce(o.question_id, o.scale_id) AS owner, o.code, o.name FROM answer_option o
WHERE (o.question_id IN (SELECT value FROM json_each(:owners)) OR o.scale_id IN (SELECT value FROM json_each(:owners)))
  AND coalesce(o.name, '') <> ''`;

/** Wordings by the variable's name, newest first. What tells who somebody is can be asked for by nobody. */
function formsByName({ sql, book }: ColumnSource): Map<string, readonly QuestionForm[]> {
  const forms = book.forms.filter(({ type }) => countingOf(type) !== null || texts.has(type));
  const identifying = new Set(sql.all(KeyRow, identifyingSql, { keys: JSON.stringify(forms.map(({ key }) => key)) }).map(({ key }) => key));
  return Map.groupBy(
    forms.filter(({ key }) => !identifying.has(key)),
    ({ variableName }) => variableName,
  );
}

/** Gives the answers by name to whoever asks, and null for names that stand for nothing. Each name is read once. */
export function namedAnswers(source: ColumnSource): {
  readonly names: readonly string[];
  readonly find: (name: string) => NamedAnswer | null;
} {
  const forms = formsByName(source);
  const known = new Map<string, NamedAnswer | null>();
  const read = (name: string): NamedAnswer | null => {
    const own = forms.get(name);
    if (own !== undefined) return answersOf(source, own);
    const place = reserved.find((each) => each === name);
    return place === undefined ? null : single(surroundings(source, place));
  };
  return {
    names: [...forms.keys(), ...reserved],
    find: (name) => {
      const found = known.get(name) ?? read(name);
      known.set(name, found);
      return found;
    },
  };
}

function single(values: readonly Value[]): NamedAnswer {
  return { value: (unit) => values[unit] ?? null, list: (unit) => [values[unit] ?? null] };
}

function surroundings({ sql, units }: ColumnSource, name: Reserved): Value[] {
  if (name === 'wave') return Array.from(units.waveIndex, (wave) => units.waves[wave]?.name ?? null);
  if (name === 'place') {
    const { register } = readKnownPlaces(sql);
    const nameOf = new Map(
      [...new Set(units.placeIds)].map((id) => [id, id === null ? null : (rollUp(register, [id], 'as-recorded').groups[0]?.name ?? null)]),
    );
    return units.placeIds.map((id) => nameOf.get(id) ?? null);
  }
  const nameOf = new Map(sql.all(ServiceRow, 'SELECT id, name FROM service').map(({ id, name: of }) => [id, of]));
  return units.serviceIds.map((id) => nameOf.get(id ?? '') ?? null);
}

/** Every answer of every unit: one where the question is asked once, in rounds as many as there were. */
function answersOf(source: ColumnSource, forms: readonly QuestionForm[]): NamedAnswer {
  const found: Value[][] = Array.from({ length: source.units.count }, () => []);
  const isRepeated = !source.isOfRounds && forms.some(({ repeat }) => repeat !== null);
  const take = (unit: number, value: Value): void => {
    const own = found[unit];
    if (own === undefined) return;
    // As in columns: what was read later stands.
    if (!isRepeated) own.length = 0;
    if (value !== null) own.push(value);
  };
  if (texts.has(forms[0]?.type ?? '')) readTexts(source, forms, take);
  else {
    const nameOf = optionNames(source, forms);
    eachAnswer(source, forms, (unit, given) => take(unit, valueOf(given, forms[0]?.type ?? '', nameOf)));
  }
  if (!isRepeated) return single(found.map(([value]) => value ?? null));
  const isSet = countingOf(forms[0]?.type ?? '') !== 'number' && !texts.has(forms[0]?.type ?? '');
  return { value: (unit) => (isSet ? anyOf(found[unit] ?? []) : (found[unit]?.[0] ?? null)), list: (unit) => found[unit] ?? [] };
}

/** What was said in any round, each once. */
function anyOf(values: readonly Value[]): Value {
  const names = [...new Set(values.flatMap((value) => (isSet(value) ? value : [toText(value)])))];
  return names.length === 0 ? null : names;
}

function valueOf({ number, list }: Given, type: string, nameOf: (code: number) => string): Value {
  if (list !== null) {
    const names = list
      .split(' ')
      .filter((code) => code !== '')
      .map((code) => nameOf(Number(code)));
    return names.length === 0 ? null : names;
  }
  return number === null || countingOf(type) === 'number' ? number : nameOf(number);
}

/** What expressions call an option: its name, else its code; the newest wording's name where they differ. */
function optionNames({ sql }: ColumnSource, forms: readonly QuestionForm[]): (code: number) => string {
  const owners = forms.flatMap(({ questionId, scaleId }) => (scaleId === null ? [questionId] : [questionId, scaleId]));
  const rows = Map.groupBy(sql.all(OptionNameRow, optionNameSql, { owners: JSON.stringify(owners) }), ({ owner }) => owner);
  const names = new Map<number, string>();
  for (const { code, name } of owners.flatMap((owner) => rows.get(owner) ?? [])) if (!names.has(code)) names.set(code, name);
  return (code) => names.get(code) ?? String(code);
}

function readTexts(
  { sql, projectId, units }: ColumnSource,
  forms: readonly QuestionForm[],
  take: (unit: number, value: Value) => void,
): void {
  for (const { key, type } of forms) {
    for (const row of sql.all(TextRow, textSql, { questionKey: key, projectId })) {
      if (row.state === 'parked' || row.state === 'invalid-draft') continue;
      const said = row.body ?? '';
      const value = fromAnswer(
        { nameByCode: new Map() },
        type === 'date' ? { kind: 'date', said, sortOn: row.sort_on, precision: 'day' } : { kind: 'text', text: said },
      );
      for (const unit of units.unitsOf(row.interview_key, row.instance)) take(unit, value);
    }
  }
}
