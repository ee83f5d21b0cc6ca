import { emptyQuestion, type QuestionSpec, type ScaleSpec, type SectionSpec } from '../model/questionnaire-spec.ts';
import type { ChoiceList } from './read-choices.ts';
import type { RowReader } from './columns.ts';
import { joinConditions } from './constraints.ts';
import { takeExpression } from './expression-cells.ts';
import type { FormMemory, GroupMemory } from './memory.ts';
import { ownKeys } from './own-keys.ts';
import { keptQuestion, readQuestion, type FormContext, type Frame } from './read-question.ts';
import type { FormGroup, FormNode, FormQuestion, KeptRow } from './read-tree.ts';

/** Where a question or group of the questionnaire stands in the file. */
export interface FormPlace {
  readonly row: RowReader;
  /** The section's position. */
  readonly section: number;
  /** The question's position in it; null for the section itself. */
  readonly question: number | null;
}

/** The survey sheet as sections, with what else has to be remembered of it. */
export interface ReadSurvey {
  readonly sections: SectionSpec[];
  readonly scales: ScaleSpec[];
  readonly groups: FormMemory['groups'];
  readonly rows: FormMemory['rows'];
  readonly usedLists: ReadonlySet<string>;
  readonly places: readonly FormPlace[];
  /** Names that rows without a question have: expressions may name them. */
  readonly passedNames: ReadonlySet<string>;
  /** What groups that are no sections ask of all questions in them. */
  readonly groupConditions: readonly { readonly row: RowReader; readonly expression: string }[];
}

const outside: Frame = { lead: null, relevants: [], group: null, parent: null, gridList: null, isInGroup: false, path: '' };

/** Turns the tree of rows into sections: each outermost group is one, but for grids; what stands outside of them gets one without a title. */
export function readSurvey(context: FormContext, nodes: readonly FormNode[]): ReadSurvey {
  const walker = new SurveyWalker(context);
  walker.walkTop(nodes);
  return walker.result();
}

/** Walks once over the tree and collects; a class because every rule adds to the same few lists. */
class SurveyWalker {
  readonly #context: FormContext;
  readonly #sections: SectionSpec[] = [];
  readonly #groups: Record<string, GroupMemory> = {};
  readonly #rows: { after: string; cells: Record<string, string> }[] = [];
  readonly #scales = new Map<string, ScaleSpec>();
  readonly #usedLists = new Set<string>();
  readonly #names = new Set<string>();
  readonly #places: FormPlace[] = [];
  readonly #passedNames = new Set<string>();
  readonly #groupConditions: { row: RowReader; expression: string }[] = [];
  #anchor = '';
  #last: QuestionSpec | null = null;

  constructor(context: FormContext) {
    this.#context = context;
  }

  result(): ReadSurvey {
    const sections = this.#sections.length > 0 ? this.#sections : [emptySection()];
    const unused = [...this.#context.lists.values()].filter(({ name, scale }) => scale !== null && !this.#scales.has(name));
    return {
      sections,
      scales: [...this.#scales.values(), ...unused.filter(({ options }) => options.length >= 2 && options.length <= 99).map(toScale)],
      groups: this.#groups,
      rows: this.#rows,
      usedLists: this.#usedLists,
      places: this.#places,
      passedNames: this.#passedNames,
      groupConditions: this.#groupConditions,
    };
  }

  walkTop(nodes: readonly FormNode[]): void {
    let isOpen = false;
    for (const node of nodes) {
      const isSection = node.kind === 'group' && isSectionGroup(node);
      if (node.kind !== 'passed' && (isSection || !isOpen)) {
        this.#sections.push(emptySection());
        isOpen = !isSection;
      }
      if (isSection) this.#walkSection(node);
      else this.#walk(node, outside, '');
    }
  }

  #walkSection(node: FormGroup): void {
    const section = this.#section();
    const isMade = node.row.take('app::group') === 'section auto';
    section.name = isMade ? null : node.name;
    section.title = node.row.takeText('label') ?? {};
    section.relevant = takeExpression(node.row, 'relevant', this.#context.names);
    this.#places.push({ row: node.row, section: this.#sections.length - 1, question: null });
    const path = node.name;
    if (!isMade) this.#rememberGroup(node, path, null, false);
    if (!isMade) this.#anchor = `begin:${path}`;
    for (const child of node.children) this.#walk(child, { ...outside, isInGroup: true, path }, node.name);
    if (!isMade) this.#anchor = `end:${path}`;
  }

  #walk(node: FormNode, frame: Frame, parentName: string): void {
    if (node.kind === 'passed') {
      this.#rows.push({ after: this.#anchor, cells: node.row.rest() });
      if (node.name !== '') this.#passedNames.add(node.name);
    } else if (node.kind === 'question' || node.kind === 'kept') this.#walkQuestion(node, frame, parentName);
    else if (node.kind === 'repeat') this.#walkRepeat(node, frame, parentName);
    else this.#walkGroup(node, frame);
  }

  #walkGroup(node: FormGroup, frame: Frame): void {
    if (!hasQuestions(node)) {
      const { problems, sheet } = this.#context;
      problems.add('group-empty', sheet, { row: node.row.row, column: node.row.columnOf('type') }, { name: node.name });
      for (const child of node.children) this.#walk(child, frame, node.name);
      return;
    }
    const isMade = node.row.take('app::group') === 'lead auto';
    const path = below(frame.path, node.name);
    const relevant = takeExpression(node.row, 'relevant', this.#context.names);
    const lead = node.row.lookText('label');
    if (relevant !== null) this.#groupConditions.push({ row: node.row, expression: relevant });
    if (isMade) node.row.takeText('label');
    else this.#rememberGroup(node, path, relevant, true);
    const inner: Frame = {
      lead: lead ?? frame.lead,
      relevants: relevant === null ? frame.relevants : [...frame.relevants, relevant],
      group: isMade ? frame.group : path,
      path: isMade ? frame.path : path,
      parent: frame.parent,
      gridList: gridListOf(node),
      isInGroup: true,
    };
    if (!isMade) this.#anchor = `begin:${path}`;
    for (const child of node.children) this.#walk(child, inner, node.name);
    if (!isMade) this.#anchor = `end:${path}`;
  }

  #walkRepeat(node: FormGroup, frame: Frame, parentName: string): void {
    const { row } = node;
    const question = emptyQuestion(this.#freeName(node, parentName), 'repeat', row.takeText('label') ?? {});
    question.lead = takeLead(row, frame);
    question.hint = row.takeText('hint');
    question.instruction = row.takeText('guidance_hint');
    question.label = row.takeText('app::short_label');
    question.relevant = joinConditions([...frame.relevants, takeExpression(row, 'relevant', this.#context.names)]);
    question.repeatCount = takeExpression(row, 'repeat_count', this.#context.names);
    question.parent = frame.parent;
    question.extras = { ...row.rest(), ...groupKey(frame) };
    const index = this.#add(question, row);
    const path = below(frame.path, question.name);
    this.#anchor = `begin:${path}`;
    for (const child of node.children) this.#walk(child, { ...outside, parent: index, isInGroup: true, path }, node.name);
    const end = node.end === null ? {} : node.end.rest();
    if (Object.keys(end).length > 0) this.#groups[path] = { type: null, relevant: null, isNested: false, begin: {}, end };
    this.#anchor = `end:${path}`;
  }

  #walkQuestion(node: FormQuestion | KeptRow, frame: Frame, parentName: string): void {
    const { row } = node;
    const specified = row.look('app::specify_of');
    // The words beside "other: what?" are asked for by the option here; other programs need a row of its own.
    if (specified !== '' && this.#last?.name === specified && this.#asksWhat(this.#last)) return;
    const lead = takeLead(row, frame);
    const name = this.#freeName(node, parentName);
    const { question, usesList } =
      node.kind === 'question'
        ? readQuestion(this.#context, node, name, frame)
        : { question: keptQuestion(this.#context, row, name, node.writtenType), usesList: null };
    question.lead = lead;
    question.parent = frame.parent;
    question.relevant = joinConditions([...frame.relevants, question.relevant]);
    question.extras = { ...question.extras, ...groupKey(frame) };
    if (usesList !== null) this.#useList(usesList, question);
    this.#add(question, row);
  }

  #asksWhat({ scale, options }: QuestionSpec): boolean {
    const offered = scale === null ? options : (this.#scales.get(scale)?.options ?? []);
    return offered.some(({ asksWhat }) => asksWhat);
  }

  #useList(name: string, question: QuestionSpec): void {
    this.#usedLists.add(name);
    const list = this.#context.lists.get(name);
    if (question.scale !== null && list !== undefined && !this.#scales.has(name)) this.#scales.set(name, toScale(list));
  }

  #add(question: QuestionSpec, row: RowReader): number {
    const section = this.#section();
    section.questions.push(question);
    this.#places.push({ row, section: this.#sections.length - 1, question: section.questions.length - 1 });
    this.#anchor = `q:${question.name}`;
    this.#last = question;
    return section.questions.length - 1;
  }

  #section(): SectionSpec {
    const section = this.#sections.at(-1);
    if (section === undefined) throw new Error('a section is opened before anything is put in it');
    return section;
  }

  /** Names are unique in a questionnaire, in a form only in their group. */
  #freeName(node: FormQuestion | KeptRow | FormGroup, parentName: string): string {
    const { problems, sheet } = this.#context;
    let name = node.name;
    if (this.#names.has(name)) {
      const base = (parentName === '' ? name : `${parentName}_${name}`).slice(0, 190);
      name = base;
      for (let number = 2; this.#names.has(name); number += 1) name = `${base}_${number}`;
      problems.add('name-changed', sheet, { row: node.row.row, column: node.row.columnOf('name') }, { name: node.name, now: name });
    }
    this.#names.add(name);
    return name;
  }

  #rememberGroup(node: FormGroup, path: string, relevant: string | null, isNested: boolean): void {
    const memory: GroupMemory = {
      type: node.writtenType === '' ? null : node.writtenType,
      relevant,
      isNested,
      begin: node.row.rest(),
      end: node.end?.rest() ?? {},
    };
    const isTelling = isNested || memory.type !== null || Object.keys(memory.begin).length > 0 || Object.keys(memory.end).length > 0;
    if (isTelling) this.#groups[path] = memory;
  }
}

function hasQuestions(node: FormGroup): boolean {
  return node.children.some((child) => (child.kind === 'group' ? hasQuestions(child) : child.kind !== 'passed'));
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

function emptySection(): SectionSpec {
  return { name: null, title: {}, relevant: null, questions: [] };
}

function toScale({ name, scale, options }: ChoiceList): ScaleSpec {
  const { name: scaleName = name, direction = 'none', neutralCode = null } = scale ?? {};
  return { key: name.slice(0, 200), name: scaleName.trim().slice(0, 200), direction, neutralCode, options: [...options] };
}

function takeLead(row: RowReader, frame: Frame): QuestionSpec['lead'] {
  const own = row.takeText('app::lead');
  const hasNone = row.take('app::no_lead') !== '';
  return hasNone ? null : (own ?? frame.lead);
}

function groupKey({ group }: Frame): Record<string, string> {
  return group === null ? {} : { [ownKeys.group]: group };
}

/** An outermost group is a section, unless it is a grid or says otherwise. */
function isSectionGroup(node: FormGroup): boolean {
  const said = node.row.look('app::group');
  if (said.startsWith('section')) return true;
  return !said.startsWith('lead') && !isGrid(node);
}

function wordsOf(row: RowReader): string[] {
  return row.look('appearance').split(/\s+/u);
}

/** A grid: a table-list, or a field-list whose choices are laid out without their labels. */
function isGrid(node: FormGroup): boolean {
  const words = wordsOf(node.row);
  if (words.includes('table-list')) return true;
  const choices = node.children.filter((child) => child.kind === 'question' && child.type.now.startsWith('select'));
  return (
    words.includes('field-list') &&
    choices.some((child) => wordsOf(child.row).includes('list-nolabel')) &&
    choices.every((child) => wordsOf(child.row).some((word) => word === 'list-nolabel' || word === 'label'))
  );
}

/** The one list that a grid's rows of one answer each ask with; null when there is none or more than one. */
function gridListOf(node: FormGroup): string | null {
  if (!isGrid(node)) return null;
  const lists = new Set(
    node.children.flatMap((child) =>
      child.kind === 'question' && child.type.type === 'one' && child.type.list !== '' ? [child.type.list] : [],
    ),
  );
  return lists.size === 1 ? ([...lists][0] ?? null) : null;
}
