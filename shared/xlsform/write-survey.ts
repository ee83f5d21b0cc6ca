import type { QuestionSpec, SectionSpec } from '../model/questionnaire-spec.ts';
import { withoutCondition } from './constraints.ts';
import type { FormMemory, GroupMemory } from './memory.ts';
import { ownKeys } from './own-keys.ts';
import { readType } from './row-types.ts';
import { isSameText, typeCell, writeQuestion, type WritingContext, type WritingPlace } from './write-question.ts';

/** A question with the condition that the groups already written have not said. */
interface Item {
  readonly question: QuestionSpec;
  readonly index: number;
  readonly relevant: string | null;
  /** Paths of the groups around it that are neither section nor repeat, from the outermost. */
  readonly chain: readonly string[];
}

interface Surround {
  /** Names that stand beside each other here: a form has each of them once. */
  readonly names: Set<string>;
  readonly depth: number;
  readonly path: string;
  readonly lead: QuestionSpec['lead'];
  readonly gridList: string | null;
}

/** Writes the survey sheet: groups for sections and leads, repeats, questions, and in their places the rows that were passed on. */
export function writeSurvey(context: WritingContext, memory: FormMemory): void {
  const writer = new SurveyWriter(context, memory);
  writer.write();
}

class SurveyWriter {
  readonly #context: WritingContext;
  readonly #memory: FormMemory;
  readonly #rows: Map<string, FormMemory['rows'][number]['cells'][]>;
  /** What stands outside of all sections. */
  readonly #outermost = new Set<string>();
  #section: SectionSpec = { name: null, title: {}, relevant: null, questions: [] };

  constructor(context: WritingContext, memory: FormMemory) {
    this.#context = context;
    this.#memory = memory;
    this.#rows = new Map(
      [...Map.groupBy(memory.rows, ({ after }) => after)].map(([after, rows]) => [after, rows.map(({ cells }) => cells)]),
    );
  }

  write(): void {
    this.#passRows('');
    let isBare = false;
    for (const [index, section] of this.#context.spec.sections.entries()) {
      this.#section = section;
      const isSaid = section.name !== null || Object.keys(section.title).length > 0 || section.relevant !== null;
      const isEmpty = section.questions.length === 0 && this.#context.spec.sections.length > 1;
      if (isSaid || isBare || isEmpty) {
        this.#writeSection(section, index);
        isBare = false;
      } else {
        this.#writeLevel(this.#itemsIn(null, []), { names: this.#outermost, depth: 0, path: '', lead: null, gridList: null });
        isBare = true;
      }
    }
    // Rows whose place is no longer there come last rather than not at all.
    for (const anchor of this.#rows.keys()) this.#passRows(anchor);
  }

  #passRows(anchor: string): void {
    const { table } = this.#context;
    for (const cells of this.#rows.get(anchor) ?? []) table.pass(table.row(), cells);
    this.#rows.delete(anchor);
  }

  #writeSection(section: SectionSpec, index: number): void {
    const { table } = this.#context;
    const name = section.name ?? this.#context.freeName(`section_${index + 1}`);
    const memory = section.name === null ? undefined : this.#group(name);
    const row = table.row();
    table.put(row, 'type', memory?.type ?? 'begin group');
    table.put(row, 'name', this.#once(name, this.#outermost));
    table.putText(row, 'label', section.title);
    table.put(row, 'relevant', section.relevant);
    if (section.name === null) table.put(row, 'app::group', 'section auto');
    table.pass(row, memory?.begin ?? {});
    this.#passRows(`begin:${name}`);
    this.#writeLevel(this.#itemsIn(null, []), { names: new Set(), depth: 0, path: name, lead: null, gridList: null });
    this.#writeEnd(memory?.type ?? null, 'end group', memory?.end ?? {});
    this.#passRows(`end:${name}`);
  }

  /** A name that nothing beside it has yet: a group whose questions were moved apart is written in as many parts. */
  #once(name: string, beside: Set<string>): string {
    const own = beside.has(name) ? this.#context.freeName(name) : name;
    beside.add(own);
    return own;
  }

  #writeEnd(type: string | null, plain: string, end: Readonly<Record<string, string>>): void {
    const { table } = this.#context;
    const row = table.row();
    table.put(row, 'type', type === null ? plain : 'end loop');
    table.pass(row, end);
  }

  /** The questions directly in a repeat, or in the section outside of repeats. `around` are the groups that surround that. */
  #itemsIn(parent: number | null, around: readonly string[]): Item[] {
    return this.#section.questions.flatMap((question, index) => {
      if (question.parent !== parent) return [];
      return [{ question, index, relevant: question.relevant, chain: this.#chainOf(question).filter((path) => !around.includes(path)) }];
    });
  }

  #chainOf(question: QuestionSpec): string[] {
    const path = question.extras[ownKeys.group] ?? '';
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((prefix) => this.#group(prefix)?.isNested === true);
  }

  #group(path: string): GroupMemory | undefined {
    return Object.hasOwn(this.#memory.groups, path) ? this.#memory.groups[path] : undefined;
  }

  /** Writes questions that stand beside each other, those of one group together. */
  #writeLevel(items: readonly Item[], around: Surround): void {
    for (const { question, chain } of items) if (chain.length === around.depth) around.names.add(question.name);
    for (let at = 0; at < items.length;) {
      const item = items[at];
      if (item === undefined) return;
      const path = item.chain[around.depth];
      const isInRun = (other: Item): boolean =>
        path === undefined ? this.#sharesMadeLead(item, other, around) : other.chain[around.depth] === path;
      let end = at + 1;
      while (end < items.length && isInRun(items[end] ?? item)) end += 1;
      const run = items.slice(at, end);
      if (path !== undefined) this.#writeGroup(path, run, around);
      else if (this.#needsMadeLead(item, around)) this.#writeMadeLead(run, around);
      else for (const one of run) this.#writeOne(one, around);
      at = end;
    }
  }

  /** A lead that no group of the file says gets a group made for it, where there is no other lead around. */
  #needsMadeLead({ question, chain }: Item, around: Surround): boolean {
    return chain.length === around.depth && around.lead === null && question.lead !== null;
  }

  #sharesMadeLead(first: Item, other: Item, around: Surround): boolean {
    return this.#needsMadeLead(first, around) && this.#needsMadeLead(other, around) && isSameText(first.question.lead, other.question.lead);
  }

  #writeMadeLead(run: readonly Item[], around: Surround): void {
    const { table } = this.#context;
    const [first] = run;
    if (first === undefined) return;
    const scale = first.question.scale;
    const isGrid =
      scale !== null &&
      run.length > 1 &&
      run.every(({ question }) => question.type === 'scale' && question.scale === scale && question.optionFilter === null);
    const row = table.row();
    table.put(row, 'type', 'begin group');
    table.put(row, 'name', this.#context.freeName(`lead_${first.question.name}`));
    table.putText(row, 'label', first.question.lead);
    table.put(row, 'appearance', isGrid ? 'table-list' : 'field-list');
    table.put(row, 'app::group', 'lead auto');
    const gridList = isGrid ? this.#listOf(first.question) : null;
    for (const one of run) this.#writeOne(one, { ...around, lead: first.question.lead, gridList });
    this.#writeEnd(null, 'end group', {});
  }

  #listOf(question: QuestionSpec): string | null {
    return typeCell(this.#context, question).list;
  }

  #writeGroup(path: string, run: readonly Item[], around: Surround): void {
    const { table } = this.#context;
    const memory = this.#group(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const stripped = memory?.relevant === null || memory === undefined ? null : stripAll(memory.relevant, run);
    const row = table.row();
    table.put(row, 'type', memory?.type ?? 'begin group');
    table.put(row, 'name', this.#once(name, around.names));
    table.pass(row, memory?.begin ?? {});
    const own = labelOf(memory);
    const lead = own === null ? around.lead : (this.#leadOf(run, around.depth) ?? own);
    if (own !== null) table.putText(row, 'label', lead);
    if (stripped !== null) table.put(row, 'relevant', memory?.relevant ?? null);
    const grid = this.#gridOf(run, around.depth + 1, memory);
    if (around.path === '' && around.depth === 0 && !grid.isGrid) table.put(row, 'app::group', 'lead');
    this.#passRows(`begin:${path}`);
    this.#writeLevel(stripped ?? run, { names: new Set(), depth: around.depth + 1, path, lead, gridList: grid.list });
    this.#writeEnd(memory?.type ?? null, 'end group', memory?.end ?? {});
    this.#passRows(`end:${path}`);
  }

  /** The lead that all questions directly in a group have, where it is one. */
  #leadOf(run: readonly Item[], depth: number): QuestionSpec['lead'] {
    const direct = run.filter(({ chain }) => chain.length === depth + 1);
    const lead = direct[0]?.question.lead ?? null;
    return lead !== null && direct.every(({ question }) => isSameText(question.lead, lead)) ? lead : null;
  }

  /** Whether a group is laid out as a grid, and the one list its rows ask with: as reading it back finds them. */
  #gridOf(run: readonly Item[], depth: number, memory: GroupMemory | undefined): { isGrid: boolean; list: string | null } {
    const words = (memory?.begin['appearance'] ?? '').split(/\s+/u);
    const written = run
      .filter(({ question, chain }) => chain.length === depth && question.type !== 'repeat')
      .map(({ question }) => ({
        type: readType(typeCell(this.#context, question).type),
        words: (question.extras['appearance'] ?? '').split(/\s+/u),
      }));
    const choices = written.filter(({ type }) => type.kind === 'question' && type.now.startsWith('select'));
    const isByHand =
      words.includes('field-list') &&
      choices.some((one) => one.words.includes('list-nolabel')) &&
      choices.every((one) => one.words.includes('list-nolabel') || one.words.includes('label'));
    if (!words.includes('table-list') && !isByHand) return { isGrid: false, list: null };
    const lists = new Set(
      choices.flatMap(({ type }) => (type.kind === 'question' && type.type === 'one' && type.list !== '' ? [type.list] : [])),
    );
    return { isGrid: true, list: lists.size === 1 ? ([...lists][0] ?? null) : null };
  }

  #writeOne(item: Item, around: Surround): void {
    const { question, relevant } = item;
    const place: WritingPlace = { relevant, lead: around.lead, gridList: around.gridList };
    writeQuestion(this.#context, question, place);
    if (question.type !== 'repeat') {
      this.#passRows(`q:${question.name}`);
      return;
    }
    const path = around.path === '' ? question.name : `${around.path}/${question.name}`;
    this.#passRows(`q:${question.name}`);
    this.#passRows(`begin:${path}`);
    const surrounding = this.#chainOf(question);
    this.#writeLevel(this.#itemsIn(item.index, surrounding), { names: new Set(), depth: 0, path, lead: null, gridList: null });
    this.#writeEnd(null, 'end repeat', this.#group(path)?.end ?? {});
    this.#passRows(`end:${path}`);
  }
}

/** Every item without a condition that all of them begin with; null when one does not. */
function stripAll(relevant: string, run: readonly Item[]): Item[] | null {
  const stripped = run.map((item) => ({ ...item, relevant: withoutCondition(relevant, item.relevant) }));
  if (stripped.some((item) => item.relevant === undefined)) return null;
  // None is undefined, as just looked at.
  return stripped.map((item) => ({ ...item, relevant: item.relevant ?? null }));
}

function labelOf(memory: GroupMemory | undefined): QuestionSpec['lead'] {
  const entries = Object.entries(memory?.begin ?? {}).flatMap(([key, text]) => {
    const language = /^label:(nb|nn|sv|en)$/u.exec(key)?.[1];
    return language === undefined ? [] : [[language, text]];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
