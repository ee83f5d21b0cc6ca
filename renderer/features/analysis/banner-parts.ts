/** One part of the columns: a grouping, or one within another. Ids are of variables, or `wave`, `place`, `service`, `themes`. */
export interface ColumnPart {
  readonly by: string;
  readonly within?: string;
}

/** As many as the definition of a table takes. */
export const mostParts = 8;

const id = /^[\w-]{1,64}$/u;

function readPart(text: string): ColumnPart[] {
  const [first = '', second] = text.split('_');
  if (!id.test(first)) return [];
  if (second === undefined) return [{ by: first }];
  return id.test(second) ? [{ by: second, within: first }] : [];
}

/** Parts as the address has them: `a.b` side by side, `a_b` is b within a. What cannot be read is left out. */
export function readParts(text: string | undefined): readonly ColumnPart[] {
  return withoutDoubles((text ?? '').split('.').flatMap(readPart)).slice(0, mostParts);
}

/** The other way; undefined for none. */
export function writeParts(parts: readonly ColumnPart[]): string | undefined {
  if (parts.length === 0) return undefined;
  return parts.map(({ by, within }) => (within === undefined ? by : `${within}_${by}`)).join('.');
}

function isSame(one: ColumnPart, other: ColumnPart): boolean {
  return one.by === other.by && one.within === other.within;
}

function withoutDoubles(parts: readonly ColumnPart[]): readonly ColumnPart[] {
  return parts.filter((part, at) => part.by !== part.within && parts.findIndex((other) => isSame(other, part)) === at);
}

/** Puts a grouping last, beside the others; once only. */
export function addPart(parts: readonly ColumnPart[], by: string): readonly ColumnPart[] {
  return withoutDoubles([...parts, { by }]).slice(0, mostParts);
}

/** Takes a part away; of a nested one the inner grouping goes and the outer stays. */
export function removePart(parts: readonly ColumnPart[], at: number): readonly ColumnPart[] {
  return withoutDoubles(parts.flatMap((part, index) => (index !== at ? [part] : part.within === undefined ? [] : [{ by: part.within }])));
}

/** Moves a part one place: −1 earlier, 1 later. The same list at its ends. */
export function movePart(parts: readonly ColumnPart[], at: number, step: -1 | 1): readonly ColumnPart[] {
  const part = parts[at];
  const other = parts[at + step];
  if (part === undefined || other === undefined) return parts;
  return parts.with(at, other).with(at + step, part);
}

/** Moves a part before another; to the end with the number of parts. */
export function placePart(parts: readonly ColumnPart[], from: number, to: number): readonly ColumnPart[] {
  const part = parts[from];
  if (part === undefined) return parts;
  const rest = parts.toSpliced(from, 1);
  return rest.toSpliced(to > from ? to - 1 : to, 0, part);
}

/** Whether a part can be put within the one before it: both are plain. */
export function canNest(parts: readonly ColumnPart[], at: number): boolean {
  const [outer, inner] = [parts[at - 1], parts[at]];
  return outer !== undefined && inner !== undefined && outer.within === undefined && inner.within === undefined;
}

/** Puts a part within the one before it, or, when it is nested, sets the two side by side again. */
export function nestPart(parts: readonly ColumnPart[], at: number): readonly ColumnPart[] {
  const part = parts[at];
  if (part?.within !== undefined) return withoutDoubles(parts.toSpliced(at, 1, { by: part.within }, { by: part.by })).slice(0, mostParts);
  const outer = parts[at - 1];
  if (part === undefined || outer === undefined || !canNest(parts, at)) return parts;
  return withoutDoubles(parts.toSpliced(at - 1, 2, { by: part.by, within: outer.by }));
}

/** Rounds beside the other groups, or gone again. */
export function toggleWave(parts: readonly ColumnPart[]): readonly ColumnPart[] {
  const without = withoutDoubles(
    parts.flatMap((part) =>
      part.by === 'wave' ? (part.within === undefined ? [] : [{ by: part.within }]) : part.within === 'wave' ? [{ by: part.by }] : [part],
    ),
  );
  const had = parts.some(({ by, within }) => by === 'wave' || within === 'wave');
  return had ? without : addPart(parts, 'wave');
}
