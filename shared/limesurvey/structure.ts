/** One row of a table of a LimeSurvey structure file: columns by name, and the line of the file it begins on. */
export interface LssRow {
  readonly line: number;
  readonly columns: ReadonlyMap<string, string>;
}

/** The tables of a LimeSurvey structure file (`.lss`), by name. */
export type LssTables = ReadonlyMap<string, readonly LssRow[]>;

/** A text in the languages of the file, as the file names them. */
export type LssTexts = ReadonlyMap<string, string>;

export interface LssAnswer {
  readonly line: number;
  readonly code: string;
  readonly scale: number;
  readonly texts: LssTexts;
}

export interface LssSubquestion {
  readonly line: number;
  readonly code: string;
  readonly scale: number;
  readonly texts: LssTexts;
}

export interface LssQuestion {
  readonly line: number;
  /** LimeSurvey's letter for the type: "L" for a list. */
  readonly type: string;
  readonly code: string;
  readonly texts: LssTexts;
  readonly help: LssTexts;
  readonly hasOther: boolean;
  readonly isMandatory: boolean;
  readonly relevance: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly answers: readonly LssAnswer[];
  readonly subquestions: readonly LssSubquestion[];
}

export interface LssGroup {
  readonly line: number;
  readonly id: string;
  readonly titles: LssTexts;
  readonly descriptions: LssTexts;
  readonly relevance: string;
  readonly questions: readonly LssQuestion[];
}

export interface LssSurvey {
  readonly titles: LssTexts;
  /** The survey's own language first. */
  readonly languages: readonly string[];
  readonly groups: readonly LssGroup[];
}

const at = (row: LssRow, name: string): string => row.columns.get(name) ?? '';
const numberAt = (row: LssRow, name: string): number => Number.parseInt(at(row, name), 10) || 0;

/** Rows of the newer files keep their texts in a table beside (`…_l10ns`); older ones repeat the row for each language. */
interface Texts {
  readonly of: (row: LssRow, column: string) => LssTexts;
}

function textsBeside(tables: LssTables, table: string, key: string, own: readonly LssRow[], ownKey: string): Texts {
  const beside = Map.groupBy(tables.get(table) ?? [], (row) => at(row, key));
  const repeated = Map.groupBy(own, (row) => at(row, ownKey));
  return {
    of: (row, column) => {
      const rows = beside.get(at(row, ownKey)) ?? repeated.get(at(row, ownKey)) ?? [];
      return new Map(
        rows.map((text): [string, string] => [at(text, 'language'), plainText(at(text, column))]).filter(([, text]) => text !== ''),
      );
    },
  };
}

/** Of rows repeated for each language the first one. */
function firstOf(rows: readonly LssRow[], ...keys: readonly string[]): LssRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(keys.map((name) => at(row, name)));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Understands the tables of a structure file, of LimeSurvey 2 to 6. */
export function readStructure(tables: LssTables): LssSurvey {
  const rows = (name: string): readonly LssRow[] => tables.get(name) ?? [];
  const [survey] = rows('surveys');
  const settings = rows('surveys_languagesettings');
  const main = survey === undefined ? '' : at(survey, 'language');
  const named = [
    main,
    ...(survey === undefined ? [] : at(survey, 'additional_languages').split(/\s+/u)),
    ...rows('languages').map((row) => at(row, 'language')),
  ];
  const groupTexts = textsBeside(tables, 'group_l10ns', 'gid', rows('groups'), 'gid');
  const questions = questionsOf(tables);
  return {
    titles: new Map(settings.map((row): [string, string] => [at(row, 'surveyls_language'), plainText(at(row, 'surveyls_title'))])),
    languages: [...new Set(named.filter((language) => language !== ''))],
    groups: firstOf(rows('groups'), 'gid')
      .toSorted((a, b) => numberAt(a, 'group_order') - numberAt(b, 'group_order'))
      .map((row) => ({
        line: row.line,
        id: at(row, 'gid'),
        titles: groupTexts.of(row, 'group_name'),
        descriptions: groupTexts.of(row, 'description'),
        relevance: at(row, 'grelevance'),
        questions: questions.get(at(row, 'gid')) ?? [],
      })),
  };
}

/** Questions by the id of their group, in their order. */
function questionsOf(tables: LssTables): Map<string, LssQuestion[]> {
  const rows = (name: string): readonly LssRow[] => tables.get(name) ?? [];
  const asked = rows('questions').filter((row) => ['', '0'].includes(at(row, 'parent_qid')));
  const below = [...rows('questions'), ...rows('subquestions')].filter((row) => !['', '0'].includes(at(row, 'parent_qid')));
  const texts = textsBeside(tables, 'question_l10ns', 'qid', [...rows('questions'), ...rows('subquestions')], 'qid');
  const answerTexts = textsBeside(tables, 'answer_l10ns', 'aid', [], 'aid');
  const attributes = Map.groupBy(rows('question_attributes'), (row) => at(row, 'qid'));
  const answers = Map.groupBy(rows('answers'), (row) => at(row, 'qid'));
  const subquestions = Map.groupBy(firstOf(below, 'qid'), (row) => at(row, 'parent_qid'));
  const made = firstOf(asked, 'qid')
    .toSorted((a, b) => numberAt(a, 'question_order') - numberAt(b, 'question_order'))
    .map((row): [string, LssQuestion] => [
      at(row, 'gid'),
      {
        line: row.line,
        type: at(row, 'type'),
        code: at(row, 'title'),
        texts: texts.of(row, 'question'),
        help: texts.of(row, 'help'),
        hasOther: at(row, 'other') === 'Y',
        isMandatory: at(row, 'mandatory') === 'Y',
        relevance: at(row, 'relevance'),
        attributes: new Map((attributes.get(at(row, 'qid')) ?? []).map((one) => [at(one, 'attribute'), at(one, 'value')])),
        answers: answersOf(answers.get(at(row, 'qid')) ?? [], answerTexts),
        subquestions: (subquestions.get(at(row, 'qid')) ?? [])
          .toSorted((a, b) => numberAt(a, 'question_order') - numberAt(b, 'question_order'))
          .map((one) => ({ line: one.line, code: at(one, 'title'), scale: numberAt(one, 'scale_id'), texts: texts.of(one, 'question') })),
      },
    ]);
  const byGroup = Map.groupBy(made, ([group]) => group);
  return new Map([...byGroup].map(([group, list]) => [group, list.map(([, question]) => question)]));
}

function answersOf(rows: readonly LssRow[], beside: Texts): LssAnswer[] {
  const sameCode = (row: LssRow): LssRow[] =>
    rows.filter((one) => at(one, 'code') === at(row, 'code') && at(one, 'scale_id') === at(row, 'scale_id'));
  return firstOf(rows, 'code', 'scale_id')
    .toSorted((a, b) => numberAt(a, 'sortorder') - numberAt(b, 'sortorder'))
    .map((row) => {
      const apart = beside.of(row, 'answer');
      const own = new Map(sameCode(row).map((one): [string, string] => [at(one, 'language'), plainText(at(one, 'answer'))]));
      return { line: row.line, code: at(row, 'code'), scale: numberAt(row, 'scale_id'), texts: apart.size > 0 ? apart : own };
    });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', shy: '' };

/** Words without the tags that the web editor put round them: a line for each paragraph, entities as what they stand for. */
export function plainText(html: string): string {
  return html
    .replace(/<(script|style)\b[^]*?<\/\1\s*>/giu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr)\s*>/giu, '\n')
    .replace(/<\/?[a-z!][^<>]*>/giu, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    })
    .replace(/[ \t\u00A0]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
