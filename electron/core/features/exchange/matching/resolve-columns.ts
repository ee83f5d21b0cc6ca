import type { Question } from '../../../../../shared/model/questionnaire.ts';
import { isOtherLabel, isSpecifyHeader } from '../reading/header-words.ts';
import { isResponseWord } from '../reading/detect-header.ts';
import { spellingKey } from '../reading/value-forms.ts';
import { labelKey } from './align-options.ts';
import { carriedHeaders } from './carried-headers.ts';
import type { ColumnPart } from './fit-question.ts';
import { wordingKey } from './likeness.ts';

/** A question whose columns the headers name outright. */
export interface Resolved {
  readonly question: Question;
  readonly parts: readonly ColumnPart[];
  readonly basis: 'name' | 'wording';
  /** Found by more than its number: another tool may number otherwise. */
  readonly isSure: boolean;
}

interface Found {
  readonly question: Question;
  readonly basis: Resolved['basis'];
  readonly isSure: boolean;
}

interface Hit extends Found {
  readonly part: ColumnPart;
}

/** Signs between a question's name and an option's in one header: `why/3`, `why_other`, `Why? [Time]`, `Why: Time`. */
const joints = /[_/.:([\]|>–—-]+|\s+[-–—>]\s+|[?]\s*/gu;
/** Groups within groups that are looked through. */
const mostGroups = 6;
const specifyWord = /^(?:other|annet|anna|annat|specify|spesifiser|text|tekst|what|hva|kva|vad|oth)$/u;

/**
 * The questions that headers name: by the variable's name, its number ("Q3"), label or wording in any language; with an option's
 * label, name or code beside it for a column per option; with "other" or "specify" for the words beside it. `headers` has a text
 * per header row and column; with two rows an empty first cell continues the question to its left. A header that names two
 * questions names none.
 */
export function resolveColumns(questions: readonly Question[], headers: readonly (readonly string[])[]): Resolved[] {
  const names = indexOf(questions);
  const firsts = carriedHeaders(headers);
  const hits = headers.flatMap((header, column): Hit[] => {
    const hit = resolve(names, header, firsts[column] ?? '', column);
    return hit === null ? [] : [hit];
  });
  return questions.flatMap((question): Resolved[] => {
    const own = hits.filter((hit) => hit.question === question);
    const parts = own
      .map(({ part }) => part)
      .filter((part, at, all) => part.part !== 'whole' || all.findIndex((other) => other.part === 'whole') === at);
    const isOnlyWords = parts.length > 0 && parts.every(({ part }) => part === 'specify');
    if (parts.length === 0 || isOnlyWords) return [];
    const basis = own.every((hit) => hit.basis === 'name') ? 'name' : 'wording';
    return [{ question, parts, basis, isSure: own.every(({ isSure }) => isSure) }];
  });
}

interface Names {
  readonly byName: ReadonlyMap<string, Question | null>;
  readonly byWording: ReadonlyMap<string, Question | null>;
  readonly byNumber: ReadonlyMap<string, Question | null>;
}

function indexOf(questions: readonly Question[]): Names {
  const byName = new Map<string, Question | null>();
  const byWording = new Map<string, Question | null>();
  const add = (map: Map<string, Question | null>, key: string, question: Question): void => {
    if (key === '') return;
    const known = map.get(key);
    map.set(key, known === undefined || known === question ? question : null);
  };
  for (const question of questions) {
    add(byName, spellingKey(question.name), question);
    for (const text of [question.wording, question.label].flatMap((label) => Object.values(label ?? {})))
      add(byWording, wordingKey(text), question);
    for (const [language, lead] of Object.entries(question.lead ?? {})) {
      // Leads and wordings have the same languages.
      add(byWording, wordingKey(`${lead} ${question.wording[language as keyof typeof question.wording] ?? ''}`), question);
    }
  }
  const byNumber = new Map<string, Question | null>();
  for (const question of questions) for (const key of [`q${question.number}`, question.number]) add(byNumber, spellingKey(key), question);
  return { byName, byWording, byNumber };
}

function find(names: Names, text: string): Found | null {
  const named = names.byName.get(spellingKey(text)) ?? null;
  if (named !== null) return { question: named, basis: 'name', isSure: true };
  const worded = names.byWording.get(wordingKey(text)) ?? null;
  if (worded !== null) return { question: worded, basis: 'wording', isSure: true };
  const numbered = names.byNumber.get(spellingKey(text)) ?? null;
  return numbered === null ? null : { question: numbered, basis: 'name', isSure: false };
}

function resolve(names: Names, header: readonly string[], first: string, column: number): Hit | null {
  const own = header.filter((text) => text !== '');
  if (own.length === 0) return null;
  const second = header.length > 1 ? (header[1] ?? '') : '';
  if (header.length > 1 && second !== '' && second !== first && !isResponseWord(second)) {
    const above = find(names, first);
    const part = above === null ? null : partOf(above.question, second, column);
    if (above !== null && part !== null) return { ...above, part };
    const both = find(names, `${first} ${second}`);
    if (both !== null) return { ...both, part: { column, part: 'whole' } };
  } else if (header.length > 1) {
    const above = find(names, first);
    if (above !== null) return { ...above, part: { column, part: 'whole' } };
  }
  for (const text of own.flatMap(withinGroups)) {
    const hit = find(names, text);
    const joined = resolveJoined(names, text, column);
    // A bracket behind a question is its option where it has one, and else a word to the reader.
    if (joined !== null && (hit === null || joined.part.part !== 'whole')) return joined;
    // Under a shared question a column is never all of it.
    if (hit !== null && (header.length < 2 || text !== first || second === '')) return { ...hit, part: { column, part: 'whole' } };
  }
  return null;
}

/** A header as it is, and without the names of the groups it stands in: `about/you/age`, `you/age`, `age`. */
function withinGroups(text: string): string[] {
  const steps = text.split('/');
  return steps.map((_, at) => steps.slice(at).join('/')).slice(0, mostGroups);
}

/** A question and a part of it in one header, cut at every sign that tools put between them; the longest name wins. */
function resolveJoined(names: Names, text: string, column: number): Hit | null {
  for (const joint of [...text.matchAll(joints)].toReversed()) {
    const cut = joint.index + joint[0].length;
    const isQuestionMark = joint[0].startsWith('?');
    const question = find(names, text.slice(0, isQuestionMark ? joint.index + 1 : joint.index));
    const item = text.slice(cut).replaceAll(/^[\s:\]–—-]+|[\s\])]+$/gu, '');
    const part = question === null || item === '' ? null : partOf(question.question, item, column);
    if (question !== null && part !== null) return { ...question, part };
    const both = find(names, `${text.slice(0, joint.index)} ${item}`);
    if (both !== null && item !== '') return { ...both, part: { column, part: 'whole' } };
  }
  return null;
}

/** What a header says beside the question's name: one of its options, a place in a list, or the words beside "other". */
function partOf(question: Question, item: string, column: number): ColumnPart | null {
  const key = labelKey(item);
  const isSet = question.type === 'several' || question.type === 'rank';
  const option = question.options.find(({ code, name, label }) =>
    [...Object.values(label), name ?? '', String(code)].some((text) => text !== '' && labelKey(text) === key),
  );
  const asksWhat = question.options.some((candidate) => candidate.asksWhat);
  const isWords = specifyWord.test(key) || isSpecifyHeader(item);
  if (asksWhat && isWords && !(isSet && option !== undefined)) return { column, part: 'specify' };
  if (question.type === 'several' && option !== undefined && !(isOtherLabel(item) && /specif|spesif|hva|kva|vad|what/iu.test(item)))
    return { column, part: 'option', code: option.code };
  if (isSet && /^\d{1,3}$/u.test(key)) return { column, part: 'place', nth: Number(key) };
  return null;
}
