import { z } from 'zod';
import { derivedId } from '../../codebook/exchange/guid.ts';
import { memoMayBeSeen } from '../../coding/blind.ts';
import { placeIn } from '../positions.ts';
import type { FileText } from './file-project.ts';
import { assignIds, newTally, type AssignedId, type PlanContext, type Tally } from './plan-context.ts';
import type { PlannedCodings } from './plan-codings.ts';
import type { PlannedPeople } from './plan-people.ts';
import type { PlannedTexts } from './plan-texts.ts';

/** What a memo is on. */
export interface MemoPlace {
  readonly kind: 'project' | 'text' | 'coding' | 'theme';
  readonly id: string;
}

/** A memo to write, or one that changes. */
export interface PlannedMemo {
  readonly id: string;
  readonly isKnown: boolean;
  readonly on: MemoPlace;
  readonly body: string;
  readonly by: string;
  readonly at: string;
}

export interface PlannedMemos {
  readonly memos: readonly PlannedMemo[];
  readonly tally: Tally;
}

const MemoRow = z.object({ id: z.string(), body: z.string(), written_by: z.string(), written_at: z.string(), is_seen: z.int() });
const memoSql = `
SELECT memo.id, memo.body, memo.written_by, memo.written_at, ${memoMayBeSeen()} AS is_seen
FROM memo LEFT JOIN coding ON coding.id = memo.coding_id LEFT JOIN text ON text.id = coalesce(coding.text_id, memo.text_id)
WHERE memo.id IN (SELECT value FROM json_each(:ids))`;
/** Longest memo, in UTF-16 units. */
const longestMemo = 100_000;

interface Parts {
  readonly people: PlannedPeople;
  readonly texts: PlannedTexts;
  readonly codings: PlannedCodings;
  readonly themeAt: (index: number) => string | null;
}

/** What becomes of the file's notes: memos on what points to them; a note that nothing points to is the project's. */
export function planMemos(context: PlanContext, parts: Parts): PlannedMemos {
  const planner = new MemoPlanner(context, parts);
  planner.addAll();
  return planner.result();
}

class MemoPlanner {
  readonly #context: PlanContext;
  readonly #parts: Parts;
  readonly #notes: ReadonlyMap<string, FileText>;
  readonly #ids: ReadonlyMap<string, AssignedId>;
  readonly #known: ReadonlyMap<string, z.infer<typeof MemoRow>>;
  readonly #themeAt: ReadonlyMap<string, number>;
  readonly #used = new Set<string>();
  /** Notes by what they have been put on. */
  readonly #placed = new Set<string>();
  readonly #memos: PlannedMemo[] = [];
  readonly #tally = newTally();

  constructor(context: PlanContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
    const { notes, sources } = context.file.project;
    this.#notes = new Map(notes.map((note) => [note.guid, note]));
    const described = sources.flatMap(({ selections }) =>
      selections.flatMap(({ guid, description }) => (description === '' ? [] : [guid])),
    );
    this.#ids = assignIds(context, 'memo', [...notes.map(({ guid }) => guid), ...described]);
    this.#known = this.#read([...this.#ids.values()].map(({ id }) => id));
    this.#themeAt = new Map(context.file.project.themes.flatMap(({ guid }, at) => (guid === null ? [] : [[guid, at] as const])));
  }

  #read(ids: readonly string[]): ReadonlyMap<string, z.infer<typeof MemoRow>> {
    const { sql, actorId } = this.#context;
    return new Map(sql.all(MemoRow, memoSql, { ids: JSON.stringify(ids), actorId }).map((row) => [row.id, row]));
  }

  result(): PlannedMemos {
    return { memos: this.#memos, tally: this.#tally };
  }

  addAll(): void {
    const { project } = this.#context.file;
    const ofProject: MemoPlace = { kind: 'project', id: this.#context.target.projectId };
    for (const guid of project.projectNotes) this.#add(guid, ofProject, 0);
    for (const { theme, note, line } of project.codeNotes) {
      const id = this.#parts.themeAt(theme);
      if (id !== null) this.#add(note, { kind: 'theme', id }, line);
    }
    for (const source of project.sources) this.#ofSource(source);
    for (const link of project.links) {
      const ends = [link.origin, link.target];
      const noted = [...link.notes, ...ends.filter((guid) => this.#notes.has(guid))];
      const on = ends.map((guid) => this.#placeOf(guid)).find((place) => place !== null);
      if (on === undefined || on === null || noted.length === 0) this.#context.found.add('link', link.line, link.name);
      else for (const guid of noted) this.#add(guid, on, link.line);
    }
    for (const note of project.notes) {
      if (this.#used.has(note.guid)) continue;
      this.#context.found.add('note-of-nobody', note.line, note.name);
      this.#add(note.guid, ofProject, note.line);
    }
  }

  #ofSource(source: FileText): void {
    const text = this.#parts.texts.byGuid.get(source.guid);
    for (const note of source.notes) if (text !== undefined) this.#add(note, { kind: 'text', id: text.id }, source.line);
    for (const coding of source.codings) this.#ofCoding(coding.guid, coding.notes, coding.line);
    for (const selection of source.selections) {
      for (const coding of selection.codings) this.#ofCoding(coding.guid, coding.notes, coding.line);
      const on = this.#placeOf(selection.guid);
      if (on === null) continue;
      for (const note of selection.notes) this.#add(note, this.#told(on, selection.line, selection.name), selection.line);
      if (selection.description !== '') this.#write(selection, selection.description, this.#told(on, selection.line, selection.name));
    }
    if (text === undefined) for (const guid of notesIn(source)) this.#used.add(guid);
  }

  #ofCoding(guid: string, notes: readonly string[], line: number): void {
    const on = this.#placeOf(guid);
    for (const note of notes) if (on !== null) this.#add(note, on, line);
  }

  /** Words without a theme cannot hold a memo: it goes to the text they are in. */
  #told(on: MemoPlace, line: number, name: string): MemoPlace {
    if (on.kind === 'text') this.#context.found.add('memo-moved', line, name);
    return on;
  }

  #placeOf(guid: string): MemoPlace | null {
    const { codings, texts } = this.#parts;
    const coding = codings.ofGuid.get(guid);
    if (coding !== undefined) return { kind: 'coding', id: coding };
    const text = codings.textOf.get(guid) ?? texts.byGuid.get(guid);
    if (text !== undefined) return { kind: 'text', id: text.id };
    const theme = this.#themeOf(guid);
    return theme === null ? null : { kind: 'theme', id: theme };
  }

  #themeOf(guid: string): string | null {
    const at = this.#themeAt.get(guid);
    return at === undefined ? null : this.#parts.themeAt(at);
  }

  #add(guid: string, on: MemoPlace, line: number): void {
    const note = this.#notes.get(guid);
    const words = this.#context.file.words.get(guid);
    if (note === undefined || words === undefined) {
      if (note === undefined) this.#context.found.add('note-missing', line, guid);
      this.#used.add(guid);
      this.#tally.left += 1;
      return;
    }
    if (note.codings.length + note.selections.length > 0) this.#context.found.add('note-coding', note.line, note.name);
    this.#write(note, words, on);
  }

  #write(note: Pick<FileText, 'guid' | 'by' | 'at' | 'line' | 'name'>, words: string, on: MemoPlace): void {
    const { found, changes, choices, actorId, at: now } = this.#context;
    // A note that points to one thing twice is one memo.
    const place = `${note.guid} ${on.kind} ${on.id}`;
    if (this.#placed.has(place)) return;
    this.#placed.add(place);
    // What is far too long is not even looked at to its end.
    const whole = placeIn(cutWhole(words, 2 * longestMemo), [], this.#context.reading).body.trim();
    if (whole.length > longestMemo) found.add('memo-cut', note.line, note.name);
    const body = cutWhole(whole, longestMemo);
    const isFirst = !this.#used.has(note.guid);
    this.#used.add(note.guid);
    if (body === '') {
      this.#tally.left += 1;
      return;
    }
    const assigned = this.#ids.get(note.guid) ?? { id: this.#context.newId(), isKnown: false };
    // One note on several things is a memo on each.
    const id = isFirst ? assigned.id : derivedId(`memo ${note.guid} ${on.id}`);
    const author = note.by === null ? undefined : this.#parts.people.actors.get(note.by);
    if (author === undefined || note.at === null) found.add('author-missing', note.line, note.name);
    const memo: PlannedMemo = { id, isKnown: false, on, body, by: author?.id ?? actorId, at: note.at ?? now };
    const known = (isFirst ? this.#known : this.#read([id])).get(id);
    if (known === undefined) {
      this.#tally.made += 1;
      this.#memos.push(memo);
      return;
    }
    // What somebody coding blind may not see is neither shown beside the file's nor written over.
    if (known.is_seen === 0) {
      this.#tally.same += 1;
      return;
    }
    const before = changes.list.length;
    if (known.body.trim() !== body) changes.add('memo', known.body, 'words', known.body, body);
    if (author !== undefined && known.written_by !== memo.by) changes.add('memo', body, 'author', known.written_by, memo.by);
    if (note.at !== null && known.written_at !== memo.at) changes.add('memo', body, 'time', known.written_at, memo.at);
    if (changes.list.length === before) this.#tally.same += 1;
    else {
      this.#tally.changed += 1;
      if (choices.known === 'take') this.#memos.push({ ...memo, isKnown: true });
    }
  }
}

/** The beginning of a text, never half a character at its end. */
function cutWhole(text: string, units: number): string {
  if (text.length <= units) return text;
  const isHalf = (text.codePointAt(units - 1) ?? 0) > 0xffff;
  return text.slice(0, isHalf ? units - 1 : units);
}

function notesIn({ notes, codings, selections }: FileText): string[] {
  const ofCodings = [...codings, ...selections.flatMap(({ codings: own }) => own)].flatMap(({ notes: own }) => own);
  return [...notes, ...ofCodings, ...selections.flatMap(({ notes: own }) => own)];
}
