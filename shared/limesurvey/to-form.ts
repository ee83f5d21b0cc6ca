import type { Language } from '../model/text.ts';
import type { FormBook, SheetCell, SheetRow } from '../xlsform/index.ts';
import { readRelevance, type NameMeaning } from './relevance.ts';
import type { LssGroup, LssQuestion, LssSubquestion, LssSurvey, LssTexts } from './structure.ts';

/** Answers that LimeSurvey's own types have without saying so in the file. */
export const builtInWords = ['yes', 'no', 'uncertain', 'increase', 'same', 'decrease', 'female', 'male', 'comment'] as const;
export type BuiltInWord = (typeof builtInWords)[number];
export type LssWords = (word: BuiltInWord, language: Language) => string;

type Row = Readonly<Record<string, SheetCell>>;
interface Placed {
  readonly line: number;
  readonly cells: Row;
}

const ours: Readonly<Record<string, Language>> = { nb: 'nb', no: 'nb', nn: 'nn', sv: 'sv', en: 'en' };

/** A built-in list: its name, and the code and word of each answer. */
const builtIn: Readonly<Record<string, readonly (readonly [code: string, word: BuiltInWord])[]>> = {
  yes_no: [
    ['Y', 'yes'],
    ['N', 'no'],
  ],
  yes_no_uncertain: [
    ['Y', 'yes'],
    ['N', 'no'],
    ['U', 'uncertain'],
  ],
  increase_same_decrease: [
    ['I', 'increase'],
    ['S', 'same'],
    ['D', 'decrease'],
  ],
  gender: [
    ['F', 'female'],
    ['M', 'male'],
  ],
};

/** Which list the rows of a built-in array ask with. */
const arrays: Readonly<Record<string, string>> = { A: 'one_to_five', B: 'one_to_ten', C: 'yes_no_uncertain', E: 'increase_same_decrease' };

class FormMaker {
  readonly #survey: Placed[] = [];
  readonly #choices: Placed[] = [];
  readonly #lists = new Set<string>();
  readonly #languages: readonly string[];
  readonly #words: LssWords;
  readonly #meanings: ReadonlyMap<string, NameMeaning>;

  constructor({ languages, groups }: LssSurvey, words: LssWords) {
    this.#languages = languages;
    this.#words = words;
    this.#meanings = meaningsOf(groups);
  }

  group({ line, id, titles, descriptions, relevance, questions }: LssGroup): void {
    this.#put(line, { type: 'begin_group', name: `group_${id}`, relevant: this.#relevant(relevance), ...this.#texts('label', titles) });
    if (descriptions.size > 0) this.#put(line, { type: 'note', name: `group_${id}_text`, ...this.#texts('label', descriptions) });
    for (const question of questions) this.#question(question);
    this.#put(line, { type: 'end_group', name: `group_${id}` });
  }

  /** The sheets, with the columns that anything is in. */
  book(titles: LssTexts): FormBook {
    const [main = ''] = this.#languages;
    const settings = { form_title: titles.get(main) ?? [...titles.values()][0] ?? null, default_language: main };
    return {
      sheets: [sheetOf('survey', this.#survey), sheetOf('choices', this.#choices), sheetOf('settings', [{ line: 1, cells: settings }])],
    };
  }

  #put(line: number, cells: Row): void {
    this.#survey.push({ line, cells });
  }

  #texts(column: string, texts: LssTexts): Row {
    return Object.fromEntries([...texts].map(([language, text]) => [`${column}::${language}`, text]));
  }

  /** The condition as it is said here; one that cannot be is kept as it is written, and named among the problems. */
  #relevant(relevance: string): string | null {
    const read = readRelevance(relevance, (name) => this.#meanings.get(name) ?? null);
    return read === '' ? null : (read ?? relevance);
  }

  #question(question: LssQuestion): void {
    const { type } = question;
    if (type === 'M' || type === 'P') this.#several(question);
    else if (type === 'F' || type === 'H' || type in arrays) this.#grid(question, 0, '');
    else if (type === '1') {
      this.#grid(question, 0, '_0');
      this.#grid(question, 1, '_1');
    } else if (type === ':' || type === ';') this.#fields(question, crossed(question), type === ':' ? 'decimal' : 'text');
    else if (type === 'K' || type === 'Q') this.#fields(question, question.subquestions, type === 'K' ? 'decimal' : 'text');
    else if (type !== 'I') this.#single(question);
  }

  #about(question: LssQuestion): Row {
    return {
      relevant: this.#relevant(question.relevance),
      required: question.isMandatory ? 'yes' : null,
      ...this.#texts('label', question.texts),
      ...this.#texts('hint', question.help),
    };
  }

  #single(question: LssQuestion): void {
    const { line, code, type, attributes } = question;
    const about = { ...this.#about(question), name: code };
    const wholeOnly = attributes.get('num_value_int_only') === '1';
    const hasTime = /[HhMm]:|HH|hh/u.test(attributes.get('date_format') ?? '');
    const simple: Readonly<Record<string, () => Row>> = {
      S: () => ({ type: 'text' }),
      T: () => ({ type: 'text', appearance: 'multiline' }),
      U: () => ({ type: 'text', appearance: 'multiline' }),
      N: () => ({ type: wholeOnly ? 'integer' : 'decimal', constraint: limitsOf(attributes) }),
      D: () => ({ type: hasTime ? 'dateTime' : 'date' }),
      X: () => ({ type: 'note' }),
      '*': () => ({ type: 'calculate', calculation: this.#relevant([...question.texts.values()][0] ?? '') }),
      '|': () => ({ type: 'file' }),
      Y: () => ({ type: `select_one ${this.#builtIn('yes_no', line)}` }),
      G: () => ({ type: `select_one ${this.#builtIn('gender', line)}` }),
      '5': () => ({ type: `select_one ${this.#numbers(5, line)}` }),
      R: () => ({ type: `rank ${this.#list(question, code, 0)}` }),
    };
    const known = simple[type]?.();
    if (known !== undefined) return this.#put(line, { ...about, ...known });
    // L, ! and O; a letter nobody knows is passed on as it is, and named.
    if (type !== 'L' && type !== '!' && type !== 'O') return this.#put(line, { ...about, type: `limesurvey ${type}` });
    this.#put(line, { ...about, type: `select_one ${this.#list(question, code, 0)}${question.hasOther ? ' or_other' : ''}` });
    if (type === 'O') this.#comment(question, code);
    return undefined;
  }

  /** Room for words beside an answer. */
  #comment({ line, relevance, texts }: LssQuestion, code: string): void {
    const label = new Map([...texts].map(([language]) => [language, this.#words('comment', ours[language] ?? 'en')]));
    this.#put(line, { type: 'text', name: `${code}_comment`, relevant: this.#relevant(relevance), ...this.#texts('label', label) });
  }

  #several(question: LssQuestion): void {
    const { line, code, subquestions, attributes } = question;
    const exclusive = new Set((attributes.get('exclude_all_others') ?? '').split(/[;,\s]+/u));
    for (const one of subquestions) this.#choice(one.line, code, one.code, one.texts, exclusive.has(one.code));
    const type = `select_multiple ${code}${question.hasOther ? ' or_other' : ''}`;
    this.#put(line, { ...this.#about(question), name: code, type });
    if (question.type === 'P') for (const one of subquestions) this.#comment({ ...question, texts: one.texts }, `${code}_${one.code}`);
  }

  /** One answer to each row of the same list. */
  #grid(question: LssQuestion, scale: number, suffix: string): void {
    const { line, code, type } = question;
    const list = arrays[type];
    const listName =
      list === undefined
        ? this.#list(question, `${code}${suffix}`, scale)
        : list === 'one_to_five'
          ? this.#numbers(5, line)
          : list === 'one_to_ten'
            ? this.#numbers(10, line)
            : this.#builtIn(list, line);
    const rows = question.subquestions.filter((one) => one.scale === 0);
    const headers = { 0: 'dualscale_headerA', 1: 'dualscale_headerB' } as const;
    const header = suffix === '' ? undefined : question.attributes.get(headers[scale === 0 ? 0 : 1]);
    const title =
      header === undefined || header === ''
        ? question.texts
        : new Map([...question.texts].map(([key, text]) => [key, `${text}\n${header}`]));
    this.#put(line, {
      type: 'begin_group',
      name: `${code}${suffix}`,
      appearance: 'table-list',
      relevant: this.#relevant(question.relevance),
      ...this.#texts('label', title),
      ...this.#texts('hint', question.help),
    });
    for (const one of rows) {
      const required = question.isMandatory ? 'yes' : null;
      this.#put(one.line, {
        type: `select_one ${listName}`,
        name: `${code}_${one.code}${suffix}`,
        required,
        ...this.#texts('label', one.texts),
      });
    }
    this.#put(line, { type: 'end_group', name: `${code}${suffix}` });
  }

  /** Several fields under one question. */
  #fields(question: LssQuestion, fields: readonly LssSubquestion[], type: 'decimal' | 'text'): void {
    const { line, code } = question;
    this.#put(line, {
      type: 'begin_group',
      name: code,
      appearance: 'field-list',
      relevant: this.#relevant(question.relevance),
      ...this.#texts('label', question.texts),
      ...this.#texts('hint', question.help),
    });
    for (const one of fields) {
      const required = question.isMandatory ? 'yes' : null;
      this.#put(one.line, { type, name: `${code}_${one.code}`, required, ...this.#texts('label', one.texts) });
    }
    this.#put(line, { type: 'end_group', name: code });
  }

  #choice(line: number, list: string, code: string, texts: LssTexts, isExclusive = false): void {
    this.#choices.push({
      line,
      cells: { list_name: list, name: code, ...this.#texts('label', texts), 'app::exclusive': isExclusive ? 'yes' : null },
    });
  }

  #list({ answers }: LssQuestion, name: string, scale: number): string {
    for (const answer of answers.filter((one) => one.scale === scale)) this.#choice(answer.line, name, answer.code, answer.texts);
    return name;
  }

  #builtIn(name: string, line: number): string {
    if (!this.#lists.has(name)) {
      this.#lists.add(name);
      for (const [code, word] of builtIn[name] ?? [])
        this.#choice(line, name, code, new Map(this.#languages.map((language) => [language, this.#words(word, ours[language] ?? 'en')])));
    }
    return name;
  }

  #numbers(most: 5 | 10, line: number): string {
    const name = most === 5 ? 'one_to_five' : 'one_to_ten';
    if (!this.#lists.has(name)) {
      this.#lists.add(name);
      for (let number = 1; number <= most; number += 1)
        this.#choice(line, name, String(number), new Map(this.#languages.map((language) => [language, String(number)])));
    }
    return name;
  }
}

function limitsOf(attributes: ReadonlyMap<string, string>): string | null {
  const limit = (name: string): string | null =>
    /^-?\d+(?:\.\d+)?$/u.test(attributes.get(name) ?? '') ? (attributes.get(name) ?? null) : null;
  const parts = [
    [limit('min_num_value_n'), '>='],
    [limit('max_num_value_n'), '<='],
  ].flatMap(([value, sign]) => (value === null ? [] : [`. ${sign} ${value}`]));
  return parts.length === 0 ? null : parts.join(' and ');
}

/** Every field of a table of fields: rows by columns, named as LimeSurvey names them. */
function crossed({ subquestions }: LssQuestion): LssSubquestion[] {
  const columns = subquestions.filter(({ scale }) => scale === 1);
  return subquestions
    .filter(({ scale }) => scale === 0)
    .flatMap((row) =>
      columns.map((column) => ({
        ...row,
        code: `${row.code}_${column.code}`,
        texts: new Map([...row.texts].map(([language, text]) => [language, `${text}: ${column.texts.get(language) ?? ''}`])),
      })),
    );
}

/** What the names in conditions stand for. */
function meaningsOf(groups: readonly LssGroup[]): Map<string, NameMeaning> {
  const found = new Map<string, NameMeaning>();
  const question = (name: string): unknown => found.set(name, { kind: 'question', name });
  for (const one of groups.flatMap(({ questions }) => questions)) {
    const { code, type, subquestions } = one;
    if (type === 'M' || type === 'P') {
      for (const { code: item } of subquestions) found.set(`${code}_${item}`, { kind: 'item', name: code, item });
      question(code);
    } else if (type === ':' || type === ';') for (const field of crossed(one)) question(`${code}_${field.code}`);
    else if (type === '1') for (const { code: row } of subquestions) for (const scale of ['0', '1']) question(`${code}_${row}_${scale}`);
    else if (subquestions.length > 0) for (const { code: row } of subquestions) question(`${code}_${row}`);
    else question(code);
  }
  return found;
}

function sheetOf(name: string, placed: readonly Placed[]): FormBook['sheets'][number] {
  const columns = [...new Set(placed.flatMap(({ cells }) => Object.keys(cells).filter((column) => (cells[column] ?? null) !== null)))];
  const rows = placed.map(({ line, cells }): SheetRow => ({ row: line, cells: columns.map((column) => cells[column] ?? null) }));
  return { name, rows: columns.length === 0 ? [] : [{ row: 1, cells: columns }, ...rows] };
}

/**
 * A LimeSurvey survey as a form: groups as sections, arrays as grids, marks as a set, conditions where they can be said. Rows carry the line of the file they
 * come from, so that what is wrong in the form is said of the file.
 */
export function toForm(survey: LssSurvey, words: LssWords): FormBook {
  const maker = new FormMaker(survey, words);
  for (const group of survey.groups) maker.group(group);
  return maker.book(survey.titles);
}
