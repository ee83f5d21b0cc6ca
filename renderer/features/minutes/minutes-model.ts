import type { Line, LineConflict, LineStep } from '../../../shared/contract/minutes.ts';

/** A line as it stands in the window: its words may be ahead of the file by a moment. */
export interface DraftLine {
  readonly id: string;
  readonly agendaItemId: string | null;
  readonly body: string;
  /** The words as the file has them, or is being given them; null for a line that is in no file. */
  readonly seen: string | null;
  /** What else the file says about the line. */
  readonly facts: Line | null;
}

/** The minutes as they are being written. Lines stand in the order of the agenda. */
export interface Draft {
  readonly lines: readonly DraftLine[];
  /** The items of the agenda in their order; null is what stands outside it. */
  readonly items: readonly (string | null)[];
}

/** Where the caret is to go. */
export interface Spot {
  readonly lineId: string;
  readonly caret: number;
}

/** What an edit makes of the minutes: the new draft, where the caret goes, and what the file must be told (nothing for empty lines). */
export interface Edited {
  readonly draft: Draft;
  readonly spot: Spot;
  readonly steps: readonly LineStep[];
}

/** Text as the file keeps it, so that what comes back is what was sent. */
export function asStored(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
}

/** A line that is not in the file, with or without words. */
export function newLine(id: string, agendaItemId: string | null, body = ''): DraftLine {
  return { id, agendaItemId, body, seen: null, facts: null };
}

/** The step that writes a line, or makes it where it stands. */
export function putOf({ lines }: Draft, line: DraftLine): Extract<LineStep, { do: 'put' }> {
  return {
    do: 'put',
    lineId: line.id,
    body: asStored(line.body),
    seen: line.seen,
    agendaItemId: line.agendaItemId,
    after: lineBefore(lines, line)?.id ?? null,
  };
}

/** The nearest line above in the same item that the file has. */
function lineBefore(lines: readonly DraftLine[], line: DraftLine): DraftLine | undefined {
  const index = lines.findIndex((one) => one.id === line.id);
  return lines.slice(0, index).findLast((one) => one.agendaItemId === line.agendaItemId && one.seen !== null);
}

function replaced(draft: Draft, index: number, ...with_: readonly DraftLine[]): Draft {
  return { ...draft, lines: draft.lines.toSpliced(index, 1, ...with_) };
}

/** Lines that have been sent stand in the file now, as far as this window knows. */
export function sent(draft: Draft, steps: readonly LineStep[]): Draft {
  const bodies = new Map(steps.flatMap((step) => (step.do === 'put' ? [[step.lineId, step.body] as const] : [])));
  const lines = draft.lines.map((line) => {
    const body = bodies.get(line.id);
    return body === undefined || line.seen === body ? line : { ...line, seen: body };
  });
  return { ...draft, lines };
}

/** New words in a line. */
export function typed(draft: Draft, lineId: string, body: string): Draft {
  const index = draft.lines.findIndex((line) => line.id === lineId);
  const line = draft.lines[index];
  return line === undefined || line.body === body ? draft : replaced(draft, index, { ...line, body });
}

/** Enter: what stands after the caret goes to a line of its own. At the start of words the new line stands above, empty. */
export function split(draft: Draft, { lineId, caret }: Spot, newId: string): Edited | null {
  const index = draft.lines.findIndex((line) => line.id === lineId);
  const line = draft.lines[index];
  if (line === undefined) return null;
  const [head, tail] = [line.body.slice(0, caret).trimEnd(), line.body.slice(caret).trimStart()];
  if (head === '' && tail !== '')
    return { draft: replaced(draft, index, newLine(newId, line.agendaItemId), line), spot: { lineId, caret: 0 }, steps: [] };
  const after = newLine(newId, line.agendaItemId, tail);
  const kept = tail === '' ? line : { ...line, body: head };
  const next = replaced(draft, index, kept, after);
  const spot = { lineId: newId, caret: 0 };
  if (tail === '') return { draft: next, spot, steps: [] };
  // The new line first, so that codings of its words have gone there when the old one is cut.
  const cut = {
    ...putOf(next, after),
    after: line.id,
    ...(line.seen === null ? {} : { from: { lineId, at: line.body.length - tail.length } }),
  };
  const steps = [...(line.seen === null ? [putOf(next, kept)] : []), cut, ...(line.seen === null ? [] : [putOf(next, kept)])];
  return { draft: next, spot, steps };
}

/** Backspace at the start of a line: its words go on at the end of the line above. Null for the first line of an item. */
export function join(draft: Draft, lineId: string): Edited | null {
  const index = draft.lines.findIndex((line) => line.id === lineId);
  const [above, line] = [draft.lines[index - 1], draft.lines[index]];
  if (above === undefined || line === undefined || above.agendaItemId !== line.agendaItemId) return null;
  // An empty line above goes, and the words stay in the line that has their mark.
  if (above.body === '' && above.facts?.mark == null) {
    const steps: LineStep[] = above.seen === null ? [] : [{ do: 'remove', lineId: above.id }];
    return { draft: { ...draft, lines: draft.lines.toSpliced(index - 1, 1) }, spot: { lineId, caret: 0 }, steps };
  }
  const gap = line.body === '' || above.body.endsWith(' ') || line.body.startsWith(' ') ? '' : ' ';
  const joined = { ...above, body: `${above.body}${gap}${line.body}` };
  const next: Draft = { ...draft, lines: draft.lines.toSpliced(index - 1, 2, joined) };
  const at = above.body.length + gap.length;
  const put: LineStep[] = line.body === '' || line.seen === null ? (line.body === '' ? [] : [putOf(next, joined)]) : [putOf(next, joined)];
  const remove: LineStep[] =
    line.seen === null ? [] : [{ do: 'remove', lineId, ...(line.body === '' ? {} : { into: { lineId: above.id, at } }) }];
  return { draft: next, spot: { lineId: above.id, caret: above.body.length }, steps: [...put, ...remove] };
}

/** Words of several lines put in at the caret: the first goes on where it stands, each of the others is a line. */
export function paste(draft: Draft, at: Spot & { readonly end: number }, text: string, newId: () => string): Edited | null {
  const index = draft.lines.findIndex((line) => line.id === at.lineId);
  const line = draft.lines[index];
  const pieces = asStored(text)
    .split('\n')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (line === undefined || pieces.length === 0) return null;
  const [head, tail] = [line.body.slice(0, at.caret), line.body.slice(at.end)];
  const [first = '', ...others] = pieces;
  const lastIndex = others.length - 1;
  const kept = { ...line, body: others.length === 0 ? `${head}${first}${tail}` : `${head}${first}` };
  const made = others.map((piece, row) => newLine(newId(), line.agendaItemId, row === lastIndex ? `${piece}${tail}` : piece));
  const next = replaced(draft, index, kept, ...made);
  const last = made.at(-1) ?? kept;
  let before = kept.id;
  const steps = [putOf(next, kept)];
  for (const piece of made) {
    steps.push({ ...putOf(next, piece), after: before });
    before = piece.id;
  }
  return { draft: next, spot: { lineId: last.id, caret: last.body.length - tail.length }, steps };
}

/** Moves a line past its neighbour, or over into the neighbouring item. Null where there is nowhere to go. */
export function move(draft: Draft, lineId: string, by: -1 | 1): Edited | null {
  const index = draft.lines.findIndex((line) => line.id === lineId);
  const line = draft.lines[index];
  if (line === undefined) return null;
  const neighbour = draft.lines[index + by];
  const isInside = neighbour !== undefined && neighbour.agendaItemId === line.agendaItemId;
  const item = isInside ? line.agendaItemId : draft.items[draft.items.indexOf(line.agendaItemId) + by];
  if (item === undefined) return null;
  const without = draft.lines.toSpliced(index, 1);
  // Over into the next item it comes first, over into the one before it comes last: in the row of lines it stays where it is.
  const lines = without.toSpliced(isInside ? index + by : index, 0, { ...line, agendaItemId: item });
  const next = { ...draft, lines };
  const moved = lines.find((one) => one.id === lineId) ?? line;
  const steps: LineStep[] =
    line.seen === null ? [] : [{ do: 'move', lineId, agendaItemId: item, after: lineBefore(lines, moved)?.id ?? null }];
  return { draft: next, spot: { lineId, caret: 0 }, steps };
}

/**
 * A line to write in under an item: its last one, or a new one where it has none. Empty lines that were left elsewhere and never got a
 * word go.
 */
export function enterItem(draft: Draft, agendaItemId: string | null, newId: string): { readonly draft: Draft; readonly spot: Spot } {
  const last = draft.lines.findLast((line) => line.agendaItemId === agendaItemId);
  if (last !== undefined) return { draft: tidied(draft, last.id), spot: { lineId: last.id, caret: last.body.length } };
  const before = new Set(draft.items.slice(0, draft.items.indexOf(agendaItemId)));
  const index = draft.lines.findLastIndex((line) => before.has(line.agendaItemId)) + 1;
  const lines = draft.lines.toSpliced(index, 0, newLine(newId, agendaItemId));
  return { draft: tidied({ ...draft, lines }, newId), spot: { lineId: newId, caret: 0 } };
}

/** Without the empty lines that are in no file, but for the one that is written in. */
export function tidied(draft: Draft, keptId: string): Draft {
  const lines = draft.lines.filter((line) => line.id === keptId || line.seen !== null || line.body.trim() !== '');
  return lines.length === draft.lines.length ? draft : { ...draft, lines };
}

/** Whether a line's words are not in the file. */
export function isUnsent(line: DraftLine): boolean {
  const body = asStored(line.body);
  return line.seen === null ? body.trim() !== '' : body !== line.seen;
}

/** A new reading of the file, with what has not been sent standing where it stood. */
export function withReading(draft: Draft, file: { readonly lines: readonly Line[]; readonly items: readonly (string | null)[] }): Draft {
  const known = new Map(draft.lines.map((line) => [line.id, line]));
  const lines = file.lines.map((facts) => mergedLine(known.get(facts.id), facts));
  const inFile = new Set(file.lines.map((line) => line.id));
  let before: DraftLine | undefined;
  for (const line of draft.lines) {
    // What somebody else took out, or what was undone, goes; what was never sent stays, and so does what is being typed in it.
    const stays = !inFile.has(line.id) && (line.seen === null || isUnsent(line));
    if (stays) insertAfter(lines, line, before, file.items);
    if (stays || inFile.has(line.id)) before = line;
  }
  return { lines, items: file.items };
}

function mergedLine(line: DraftLine | undefined, facts: Line): DraftLine {
  const body = line !== undefined && isUnsent(line) ? line.body : facts.body;
  const seen = line !== undefined && isUnsent(line) && line.seen !== null ? line.seen : facts.body;
  const isSame = line?.facts !== undefined && line.facts !== null && sameFacts(line.facts, facts);
  if (line !== undefined && isSame && line.body === body && line.seen === seen && line.agendaItemId === facts.agendaItemId) return line;
  return { id: facts.id, agendaItemId: facts.agendaItemId, body, seen, facts: isSame ? line.facts : facts };
}

/** A line that has not changed stays the same object, and is not drawn anew. */
function sameFacts(a: Line, b: Line): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function insertAfter(lines: DraftLine[], line: DraftLine, before: DraftLine | undefined, items: readonly (string | null)[]): void {
  const found = before === undefined ? -1 : lines.findIndex((one) => one.id === before.id);
  const isNear = found !== -1 && lines[found]?.agendaItemId === line.agendaItemId;
  const earlier = new Set(items.slice(0, items.indexOf(line.agendaItemId)));
  lines.splice(isNear ? found + 1 : lines.findLastIndex((one) => earlier.has(one.agendaItemId)) + 1, 0, line);
}

/** Somebody else's words stand in the line; what was written here goes on in a line of its own under it. */
export function withConflict(draft: Draft, { lineId, ownLineId, theirs }: LineConflict, wasSent: string): Draft {
  const index = draft.lines.findIndex((line) => line.id === lineId);
  const line = draft.lines[index];
  if (line === undefined) return draft;
  const own: DraftLine = { id: ownLineId, agendaItemId: line.agendaItemId, body: line.body, seen: wasSent, facts: null };
  return replaced(draft, index, { ...line, body: theirs, seen: theirs }, own);
}
