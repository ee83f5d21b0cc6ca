import { z } from 'zod';
import { mover } from '../../../../../shared/texts/index.ts';
import { mayBeSeen } from '../../coding/blind.ts';
import type { RefiCoding, RefiSelection } from '../refi-project.ts';
import { assignIds, newTally, type AssignedId, type PlanContext, type Tally } from './plan-context.ts';
import type { PlannedActor, PlannedPeople } from './plan-people.ts';
import type { PlannedText, PlannedTexts } from './plan-texts.ts';

/** A coding of the file, on words that are here or will be. */
export interface PlannedCoding {
  readonly id: string;
  readonly isKnown: boolean;
  readonly text: PlannedText;
  readonly themeId: string;
  readonly coderId: string;
  readonly isConsensus: boolean;
  readonly isWhole: boolean;
  readonly start: number;
  readonly end: number;
  readonly at: string;
}

export interface PlannedCodings {
  /** New ones, and those that change. */
  readonly codings: readonly PlannedCoding[];
  readonly tally: Tally;
  /** What the GUIDs of codings and selections of the file became: the coding that a memo on them belongs to. */
  readonly ofGuid: ReadonlyMap<string, string>;
  /** The text a GUID of a coding or selection lies in. */
  readonly textOf: ReadonlyMap<string, PlannedText>;
}

const CodingRow = z.object({
  id: z.string(),
  text_id: z.string(),
  theme_id: z.string(),
  coder_id: z.string(),
  is_whole: z.int(),
  start_offset: z.int(),
  end_offset: z.int(),
  is_seen: z.int(),
});
type CodingRow = z.infer<typeof CodingRow>;

const codingSql = `
SELECT coding.id, coding.text_id, coding.theme_id, coding.coder_id, coding.is_whole, coding.start_offset, coding.end_offset, ${mayBeSeen()} AS is_seen
FROM coding JOIN text ON text.id = coding.text_id
WHERE coding.id IN (SELECT value FROM json_each(:ids)) OR coding.text_id IN (SELECT value FROM json_each(:textIds))`;

/** What becomes of the file's codings. `themeOf` gives the theme a code became; null for one that is left out. */
export function planCodings(
  context: PlanContext,
  { texts }: PlannedTexts,
  people: PlannedPeople,
  themeOf: (codeGuid: string) => string | null,
): PlannedCodings {
  const planner = new CodingPlanner(context, texts, people, themeOf);
  for (const text of texts) planner.addText(text);
  return planner.result();
}

class CodingPlanner {
  readonly #context: PlanContext;
  readonly #people: PlannedPeople;
  readonly #themeOf: (codeGuid: string) => string | null;
  readonly #ids: ReadonlyMap<string, AssignedId>;
  readonly #known: ReadonlyMap<string, CodingRow>;
  readonly #standing: ReadonlyMap<string, CodingRow>;
  readonly #cases: ReadonlySet<string>;
  readonly #codings: PlannedCoding[] = [];
  readonly #tally = newTally();
  readonly #ofGuid = new Map<string, string>();
  readonly #textOf = new Map<string, PlannedText>();
  readonly #places = new Set<string>();
  readonly #taken = new Set<string>();

  constructor(context: PlanContext, texts: readonly PlannedText[], people: PlannedPeople, themeOf: (guid: string) => string | null) {
    this.#context = context;
    this.#people = people;
    this.#themeOf = themeOf;
    const guids = texts.flatMap(({ from }) =>
      [...from.codings, ...from.selections.flatMap(({ codings }) => codings)].map(({ guid }) => guid),
    );
    this.#ids = assignIds(context, 'coding', guids);
    const rows = context.sql.all(CodingRow, codingSql, {
      ids: JSON.stringify([...this.#ids.values()].map(({ id }) => id)),
      textIds: JSON.stringify(texts.map(({ id }) => id)),
      actorId: context.actorId,
    });
    this.#known = new Map(rows.map((row) => [row.id, row]));
    this.#standing = new Map(
      rows.map((row) => [
        placeOf(row.text_id, row.theme_id, row.coder_id, { isWhole: row.is_whole === 1, start: row.start_offset, end: row.end_offset }),
        row,
      ]),
    );
    this.#cases = new Set(context.file.project.cases.map(({ guid }) => guid));
  }

  result(): PlannedCodings {
    return { codings: this.#codings, tally: this.#tally, ofGuid: this.#ofGuid, textOf: this.#textOf };
  }

  addText(text: PlannedText): void {
    const { from, placed, body } = text;
    for (const coding of from.codings) this.#add(text, coding, { isWhole: true, start: 0, end: body.length }, null);
    // Our words stand where they differ and ours are kept: then the file's places move with them.
    const move = body === placed.body ? null : mover(placed.body, body);
    for (const [at, selection] of from.selections.entries()) {
      this.#textOf.set(selection.guid, text);
      const range = rangeOf(placed.places[at * 2] ?? null, placed.places[at * 2 + 1] ?? null);
      if (range === null || range.end <= range.start) {
        this.#refuse(selection, range === null ? 'selection-outside' : 'selection-empty', text);
        continue;
      }
      const moved = move === null ? range : move(range);
      for (const coding of selection.codings) this.#add(text, coding, { isWhole: false, ...moved }, selection);
    }
  }

  /** Words that cannot be coded. A place without any, with a note on it, is only a note. */
  #refuse(selection: RefiSelection, code: 'selection-outside' | 'selection-empty', text: PlannedText): void {
    const { found } = this.#context;
    if (selection.codings.length > 0 || selection.notes.length === 0) found.add(code, selection.line, text.title);
    this.#tally.left += selection.codings.length;
    for (const { guid } of selection.codings) this.#textOf.set(guid, text);
  }

  #add(text: PlannedText, coding: RefiCoding, range: CodedRange, selection: RefiSelection | null): void {
    const { found } = this.#context;
    this.#textOf.set(coding.guid, text);
    const themeId = this.#themeOf(coding.code);
    const words = text.body.slice(range.start, range.end);
    if (themeId === null || range.end <= range.start) {
      const isCase = this.#cases.has(coding.code);
      // Whose a whole text is has been seen to already.
      if (isCase && range.isWhole) return;
      found.add(isCase ? 'coding-case' : themeId === null ? 'coding-unknown' : 'coding-nothing', coding.line, words);
      this.#tally.left += 1;
      return;
    }
    const coder = this.#coder(coding.by ?? selection?.by ?? null, coding.line);
    const place = placeOf(text.id, themeId, coder.id, range);
    const twin = this.#standing.get(place);
    const assigned = this.#idOf(coding);
    const known = assigned.isKnown ? this.#known.get(assigned.id) : undefined;
    // What we have twice, with different tones perhaps, we wrote twice.
    if (this.#places.has(place) && !this.#context.file.project.isOwn) {
      if (known === undefined) found.add('coding-twice', coding.line, words);
      this.#tally[known === undefined ? 'left' : 'same'] += 1;
      return;
    }
    this.#places.add(place);
    const id = known?.id ?? twin?.id ?? assigned.id;
    this.#ofGuid.set(coding.guid, id);
    if (selection !== null && !this.#ofGuid.has(selection.guid)) this.#ofGuid.set(selection.guid, id);
    const at = coding.at ?? selection?.at ?? this.#context.at;
    const planned: PlannedCoding = {
      id,
      isKnown: known !== undefined,
      text,
      themeId,
      coderId: coder.id,
      isConsensus: coder.isConsensus,
      ...range,
      at,
    };
    // What somebody coding blind may not see is neither shown beside the file's nor written over.
    if (known?.is_seen === 0) this.#tally.same += 1;
    else if (known !== undefined) this.#compare(planned, known, words);
    else if (twin === undefined) {
      this.#tally.made += 1;
      this.#codings.push(planned);
    } else this.#tally.same += 1;
  }

  #compare(planned: PlannedCoding, known: CodingRow, words: string): void {
    const { changes, choices } = this.#context;
    const { text, themeId, coderId, isWhole, start, end } = planned;
    // The words may have changed: then the place is a new one too, and no change of its own.
    const isMoved = text.before === null || text.before === text.body;
    const before = changes.list.length;
    if (known.theme_id !== themeId) changes.add('coding', words, 'theme', known.theme_id, themeId);
    if (known.coder_id !== coderId) changes.add('coding', words, 'coder', known.coder_id, coderId);
    const isElsewhere =
      known.text_id !== text.id || (known.is_whole === 1) !== isWhole || known.start_offset !== start || known.end_offset !== end;
    if (isElsewhere && isMoved) changes.add('coding', words, 'place', text.body.slice(known.start_offset, known.end_offset), words);
    if (changes.list.length === before && !isElsewhere) {
      this.#tally.same += 1;
      return;
    }
    this.#tally.changed += 1;
    if (choices.known === 'take') this.#codings.push(planned);
  }

  #coder(guid: string | null, line: number): Pick<PlannedActor, 'id' | 'isConsensus'> {
    const actor = guid === null ? undefined : this.#people.actors.get(guid);
    if (actor !== undefined) return actor;
    this.#context.found.add('author-missing', line);
    return { id: this.#context.actorId, isConsensus: false };
  }

  /** Two codings of one GUID are two codings: the first keeps it. */
  #idOf({ guid }: RefiCoding): AssignedId {
    const assigned = this.#ids.get(guid) ?? { id: this.#context.newId(), isKnown: false };
    if (!this.#taken.has(assigned.id)) {
      this.#taken.add(assigned.id);
      return assigned;
    }
    return { id: this.#context.newId(), isKnown: false };
  }
}

interface CodedRange {
  readonly isWhole: boolean;
  readonly start: number;
  readonly end: number;
}

/** Equal for codings that say the same. A theme on a whole text and one on all of its words are two: the one grows with the text. */
function placeOf(textId: string, themeId: string, coderId: string, { isWhole, start, end }: CodedRange): string {
  return `${textId} ${themeId} ${coderId} ${isWhole ? 'whole' : ''} ${start} ${end}`;
}

function rangeOf(start: number | null, end: number | null): { start: number; end: number } | null {
  return start === null || end === null ? null : { start, end };
}
