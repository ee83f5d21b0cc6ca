import type { QuestionChanges } from '../../../../shared/contract/questionnaires.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { AnswerOption, Question, QuestionnaireVersion, QuestionType, Section } from '../../../../shared/model/questionnaire.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';

/** Where a question stands: below another one, or first in its section or repeat. */
export interface QuestionPlace {
  readonly sectionId: string;
  readonly afterId: QuestionId | null;
  readonly parentId: QuestionId | null;
}

/** A question before the file has named it. */
export type NewQuestion = QuestionChanges & { readonly type: QuestionType; readonly wording: LocalisedText };

/** A new question under the name that the screen has for it. */
export interface NewRow {
  readonly id: QuestionId;
  readonly question: NewQuestion;
}

/** One thing done to a draft, as it is painted before the file has it. Ids may be those of things the file does not know yet. */
export type DesignChange =
  | { readonly kind: 'question'; readonly id: QuestionId; readonly changes: QuestionChanges }
  | { readonly kind: 'add'; readonly id: QuestionId; readonly place: QuestionPlace; readonly question: NewQuestion }
  | { readonly kind: 'addRows'; readonly rows: readonly NewRow[]; readonly place: QuestionPlace }
  | { readonly kind: 'move'; readonly id: QuestionId; readonly place: QuestionPlace }
  | { readonly kind: 'remove'; readonly id: QuestionId }
  | { readonly kind: 'section'; readonly id: string; readonly title?: LocalisedText; readonly relevant?: string | null }
  | { readonly kind: 'addSection'; readonly id: string; readonly title: LocalisedText; readonly afterId: string | null }
  | { readonly kind: 'moveSection'; readonly id: string; readonly afterId: string | null }
  | { readonly kind: 'removeSection'; readonly id: string };

/** Answers that a type brings by itself: the points of 0–10, and yes and no. */
const ownAnswers: Readonly<Partial<Record<QuestionType, readonly number[]>>> = {
  consent: [1, 2],
  'yes-no': [1, 2],
  'scale-0-10': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};

/** The options of a type that brings its own answers, or null. */
export function ownOptions(type: QuestionType): AnswerOption[] | null {
  const codes = ownAnswers[type];
  return codes === undefined
    ? null
    : codes.map((code) => ({ code, name: null, label: {}, isExclusive: false, asksWhat: false, filterValues: {} }));
}

/** Paints a change over a version. What the change does not touch stays the same object, so that it is not drawn again. */
export function applyChange(version: QuestionnaireVersion, change: DesignChange): QuestionnaireVersion {
  const sections = applyTo(version.sections, change);
  return sections === version.sections ? version : { ...version, sections: numbered(sections) };
}

function applyTo(sections: Section[], change: DesignChange): Section[] {
  switch (change.kind) {
    case 'question':
      return mapQuestions(sections, change.id, (question) => changed(question, change.changes));
    case 'add':
      return applyTo(sections, { kind: 'addRows', rows: [change], place: change.place });
    case 'addRows': {
      const known = new Set(sections.flatMap((section) => section.questions.map((question) => question.id)));
      const fresh = change.rows.filter(({ id }) => !known.has(id));
      return insert(
        sections,
        fresh.map(({ id, question }) => newQuestion(id, change.place, question)),
        change.place,
      );
    }
    case 'move':
      return move(sections, change.id, change.place);
    case 'remove': {
      const gone = familyOf(sections, change.id);
      return gone.size === 0 ? sections : sections.map((section) => without(section, gone));
    }
    default:
      return applyToSections(sections, change);
  }
}

function applyToSections(
  sections: Section[],
  change: Extract<DesignChange, { kind: 'section' | 'addSection' | 'moveSection' | 'removeSection' }>,
): Section[] {
  if (change.kind === 'section') {
    const { title, relevant } = change;
    return sections.map((section) =>
      section.id === change.id
        ? { ...section, ...(title === undefined ? {} : { title }), ...(relevant === undefined ? {} : { relevant }) }
        : section,
    );
  }
  if (change.kind === 'removeSection') return sections.length < 2 ? sections : sections.filter((section) => section.id !== change.id);
  const moved =
    change.kind === 'moveSection'
      ? sections.find((section) => section.id === change.id)
      : { id: change.id, name: null, title: change.title, relevant: null, questions: [] };
  if (moved === undefined || (change.kind === 'addSection' && sections.some((section) => section.id === change.id))) return sections;
  const others = sections.filter((section) => section.id !== change.id);
  const at = change.afterId === null ? 0 : others.findIndex((section) => section.id === change.afterId) + 1;
  return others.toSpliced(at, 0, moved);
}

function mapQuestions(sections: Section[], id: QuestionId, map: (question: Question) => Question): Section[] {
  return sections.map((section) =>
    section.questions.some((question) => question.id === id)
      ? { ...section, questions: section.questions.map((question) => (question.id === id ? map(question) : question)) }
      : section,
  );
}

function changed(question: Question, changes: QuestionChanges): Question {
  const { options, ...rest } = given(changes);
  const own = rest.type === undefined || rest.type === question.type ? undefined : (ownOptions(rest.type) ?? undefined);
  return { ...question, ...rest, options: options?.map(withoutExtras) ?? own ?? question.options };
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without what is named and not given. */
function given<T extends object>(changes: T): Given<T> {
  // Filtering takes nothing but the undefined ones away.
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Given<T>;
}

function withoutExtras({ extras: _passedOn, ...option }: AnswerOption & { readonly extras: unknown }): AnswerOption {
  return option;
}

function newQuestion(id: QuestionId, place: QuestionPlace, question: NewQuestion): Question {
  const blank: Question = {
    id,
    name: '',
    number: '',
    type: question.type,
    parentId: place.parentId,
    label: null,
    wording: {},
    lead: null,
    hint: null,
    instruction: null,
    unit: null,
    scaleId: null,
    options: ownOptions(question.type) ?? [],
    reasons: [],
    relevant: null,
    calculation: null,
    optionFilter: null,
    repeatCount: null,
    defaultValue: null,
    minimum: null,
    maximum: null,
    decimals: null,
    rankCount: null,
    dateForm: question.type === 'date' ? 'date' : null,
    registerKind: question.type === 'register' ? 'place' : null,
    hasRandomOrder: false,
    isPerPerson: false,
    isRequired: false,
    requiredWhen: null,
    requiredMessage: null,
    isIdentifier: false,
    isBackground: false,
    bankQuestionId: null,
    previousId: null,
    comparability: null,
    checks: [],
  };
  return changed(blank, question);
}

/** A question with all that is asked in it, when it is a repeat. */
export function familyOf(sections: readonly Section[], id: QuestionId): Set<QuestionId> {
  const family = new Set<QuestionId>();
  for (const question of sections.flatMap((section) => section.questions))
    if (question.id === id || (question.parentId !== null && family.has(question.parentId))) family.add(question.id);
  return family;
}

function without(section: Section, gone: ReadonlySet<QuestionId>): Section {
  const questions = section.questions.filter((question) => !gone.has(question.id));
  return questions.length === section.questions.length ? section : { ...section, questions };
}

function move(sections: Section[], id: QuestionId, place: QuestionPlace): Section[] {
  const family = familyOf(sections, id);
  if (family.size === 0 || (place.afterId !== null && family.has(place.afterId))) return sections;
  const moved = sections.flatMap((section) => section.questions.filter((question) => family.has(question.id)));
  const placed = moved.map((question) => (question.id === id ? { ...question, parentId: place.parentId } : question));
  return insert(
    sections.map((section) => without(section, family)),
    placed,
    place,
  );
}

function insert(sections: Section[], questions: readonly Question[], { sectionId, afterId, parentId }: QuestionPlace): Section[] {
  if (questions.length === 0) return sections;
  return sections.map((section) => {
    if (section.id !== sectionId) return section;
    const at = indexBelow(section.questions, afterId, parentId);
    return { ...section, questions: section.questions.toSpliced(at, 0, ...questions) };
  });
}

/** Where a question stands that comes below another one and what is asked in it; first in the repeat, or the section, without one. */
function indexBelow(questions: readonly Question[], afterId: QuestionId | null, parentId: QuestionId | null): number {
  const above = afterId ?? parentId;
  const index = questions.findIndex((question) => question.id === above);
  if (index === -1) return 0;
  if (afterId === null) return index + 1;
  const family = new Set([afterId]);
  let end = index + 1;
  for (; end < questions.length; end += 1) {
    const question = questions[end];
    if (question === undefined || question.parentId === null || !family.has(question.parentId)) break;
    family.add(question.id);
  }
  return end;
}

/** Numbers in the order of asking, as the file will give them: 7, inside a repeat 7.1, notes without. */
function numbered(sections: readonly Section[]): Section[] {
  const counts = new Map<QuestionId | null, number>();
  const numbers = new Map<QuestionId, string>();
  const numberOf = ({ id, type, parentId }: Question): string => {
    if (type === 'note') return '';
    const count = (counts.get(parentId) ?? 0) + 1;
    counts.set(parentId, count);
    const number = parentId === null ? String(count) : `${numbers.get(parentId) ?? ''}.${count}`;
    numbers.set(id, number);
    return number;
  };
  return sections.map((section) => {
    const questions = section.questions.map((question) => {
      const number = numberOf(question);
      return number === question.number ? question : { ...question, number };
    });
    return questions.every((question, index) => question === section.questions[index]) ? section : { ...section, questions };
  });
}
