/** What a table or figure elsewhere in the report is called where it is named: the kept table, and as which of the two. */
export interface MarkedReference {
  readonly as: 'table' | 'figure';
  readonly exhibitId: string;
}

/** A piece of a line with the same marks throughout. A footnote and a reference have no text of their own. */
export interface MarkedRun {
  readonly text: string;
  readonly isBold?: true;
  readonly isItalic?: true;
  /** http, https or mailto. */
  readonly href?: string;
  readonly ref?: MarkedReference;
  readonly footnote?: string;
}

/** One line of a marked text: a paragraph, or an item of a list. */
export interface MarkedParagraph {
  readonly style: 'body' | 'bullet' | 'numbered';
  /** Lists within lists: 0, 1 or 2. */
  readonly depth: number;
  /** Number of a numbered item, counted on from the first of its list; null for the others. */
  readonly ordinal: number | null;
  readonly runs: readonly MarkedRun[];
}

type Marks = Pick<MarkedRun, 'isBold' | 'isItalic'>;
/** Marks that nothing closes in the rest of a line: looked for once, for a long line may open the same one thousands of times. */
type Unclosed = Set<string>;

const deepest = 2;
const listLine = /^(?<space> *)(?:-|(?<number>\d{1,3})\.) +(?<words>.*)$/u;
const reference = /^\[\[(?<as>table|figure):(?<id>[0-9a-f-]{36})\]\]/u;
const link = /^\[(?<words>(?:\\.|[^\\[\]])+)\]\((?<href>(?:https?:\/\/|mailto:)[^\s()]+)\)/iu;
const note = /^\^\[(?<words>(?:\\.|[^\\\]])+)\]/u;
const escapable = /[\\*_[\]^#.-]/u;
const word = /[\p{L}\p{N}]/u;

/** Where a mark that opened ends; -1 for nowhere. Words must touch it, and `_` inside a word is a letter like any other. */
function closeOf(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at += 1) {
    // Two stars are one mark, whatever stands before them.
    if (text[at] === '\\' || (mark === '*' && text.startsWith('**', at))) at += 1;
    else if (text.startsWith(mark, at) && at > from && !/\s/u.test(text[at - 1] ?? ' ')) {
      if (mark === '**') return text[at + 2] === '*' ? at + 1 : at;
      if (mark !== '_' || !word.test(text[at + 1] ?? '')) return at;
    }
  }
  return -1;
}

function opens(text: string, at: number, mark: string): boolean {
  if (!text.startsWith(mark, at) || /^\s?$/u.test(text[at + mark.length] ?? '')) return false;
  // Half of a mark that could not open is no mark of its own.
  if (mark === '*' && text[at + 1] === '*') return false;
  return mark !== '_' || !word.test(text[at - 1] ?? '');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\*_[\]^#.-])/gu, '$1');
}

/** What begins at the start of `text` and is not a letter: how long it is there, and the run it makes. */
function specialAt(text: string, marks: Marks, unclosed: Unclosed): { readonly length: number; readonly runs: MarkedRun[] } | null {
  const ref = reference.exec(text);
  if (ref?.groups !== undefined) {
    const { as, id = '' } = ref.groups;
    return { length: ref[0].length, runs: [{ text: '', ...marks, ref: { as: as === 'figure' ? 'figure' : 'table', exhibitId: id } }] };
  }
  const linked = link.exec(text);
  if (linked?.groups !== undefined) {
    const { words = '', href = '' } = linked.groups;
    return { length: linked[0].length, runs: runsOf(words, marks).map((run) => ({ ...run, href })) };
  }
  const footnote = unclosed.has('^[') ? null : note.exec(text);
  if (footnote === null && text.startsWith('^[') && text[2] !== ']') unclosed.add('^[');
  if (footnote?.groups !== undefined) {
    return { length: footnote[0].length, runs: [{ text: '', footnote: unescaped(footnote.groups['words'] ?? '') }] };
  }
  return null;
}

const markers = [
  ['**', { isBold: true }],
  ['_', { isItalic: true }],
  ['*', { isItalic: true }],
] as const;

/** What is between a pair of marks that begins here. */
function markedAt(text: string, at: number, marks: Marks, unclosed: Unclosed): { readonly end: number; readonly runs: MarkedRun[] } | null {
  for (const [mark, adds] of markers) {
    if (unclosed.has(mark) || !opens(text, at, mark)) continue;
    const close = closeOf(text, at + mark.length, mark);
    if (close === -1) unclosed.add(mark);
    else return { end: close + mark.length, runs: runsOf(text.slice(at + mark.length, close), { ...marks, ...adds }) };
  }
  return null;
}

function hasSameMarks(one: MarkedRun, other: MarkedRun): boolean {
  return one.isBold === other.isBold && one.isItalic === other.isItalic && one.href === other.href;
}

function isWords({ ref, footnote }: MarkedRun): boolean {
  return ref === undefined && footnote === undefined;
}

/** Neighbours with the same marks as one run. */
function joined(runs: readonly MarkedRun[]): MarkedRun[] {
  const kept: MarkedRun[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (last !== undefined && isWords(last) && isWords(run) && hasSameMarks(last, run))
      kept[kept.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '' || !isWords(run)) kept.push(run);
  }
  return kept;
}

function runsOf(text: string, marks: Marks): MarkedRun[] {
  const runs: MarkedRun[] = [];
  const unclosed: Unclosed = new Set();
  let at = 0;
  while (at < text.length) {
    const letter = text[at] ?? '';
    const next = text[at + 1] ?? '';
    const special = letter === '[' || letter === '^' ? specialAt(text.slice(at), marks, unclosed) : null;
    const marked = letter === '*' || letter === '_' ? markedAt(text, at, marks, unclosed) : null;
    if (letter === '\\' && escapable.test(next)) {
      runs.push({ text: next, ...marks });
      at += 2;
    } else if (special !== null) {
      runs.push(...special.runs);
      at += special.length;
    } else if (marked !== null) {
      runs.push(...marked.runs);
      at = marked.end;
    } else {
      runs.push({ text: letter, ...marks });
      at += 1;
    }
  }
  return joined(runs);
}

/**
 * The paragraphs of a text that its author wrote with marks: every line is one, empty lines are none. `**bold**`, `_italic_` (`*` inside a word),
 * `[words](https://…)`, `[[table:<id>]]`, `[[figure:<id>]]`, `^[footnote]`, `- ` and `1. ` at the start of a line with two spaces for each depth; a backslash makes
 * a mark a letter. Whatever is not a mark stands as it was typed.
 */
export function parseMarkedText(body: string): MarkedParagraph[] {
  const counts: (number | undefined)[] = [];
  const paragraphs: MarkedParagraph[] = [];
  for (const line of body.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    const item = listLine.exec(line);
    if (item?.groups === undefined) {
      counts.length = 0;
      paragraphs.push({ style: 'body', depth: 0, ordinal: null, runs: runsOf(line.trim(), {}) });
      continue;
    }
    const { space = '', number, words = '' } = item.groups;
    const depth = Math.min(deepest, Math.floor(space.length / 2));
    counts.length = depth + 1;
    const ordinal = number === undefined ? null : (counts[depth] ?? Number(number) - 1) + 1;
    counts[depth] = ordinal ?? undefined;
    paragraphs.push({ style: ordinal === null ? 'bullet' : 'numbered', depth, ordinal, runs: runsOf(words.trim(), {}) });
  }
  return paragraphs;
}

/** Words as letters only: nothing in them is read as a mark, wherever in a line they stand. */
export function withoutMarks(words: string): string {
  return words
    .replaceAll(/[\\*[\]]/gu, String.raw`\$&`)
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replaceAll(/^(\s*)(?=[-#])/gmu, '$1\\')
    .replaceAll(/^(\s*\d{1,3})\./gmu, '$1\\.');
}

function linkOf(words: string, href: string): string {
  return `[${words}](${href.replaceAll(/[\s()]/gu, (letter) => encodeURIComponent(letter).replace('(', '%28').replace(')', '%29'))})`;
}

function contentOf({ text, href, ref, footnote }: MarkedRun): string {
  if (ref !== undefined) return `[[${ref.as}:${ref.exhibitId}]]`;
  if (footnote !== undefined) return `^[${footnote.replaceAll(/[\\[\]]/gu, String.raw`\$&`)}]`;
  const words = text.replaceAll(/[\\*[\]_]/gu, String.raw`\$&`);
  return href === undefined ? words : linkOf(words, href);
}

/** Marks go round the words, never round the space beside them. */
function wrapped(words: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  return inner === '' ? words : `${before}${mark}${inner}${mark}${after}`;
}

function italicMark(before: string, after: string): string {
  return word.test(before) || word.test(after) ? '*' : '_';
}

/** Runs of one weight; italics are marked within. */
function italics(runs: readonly MarkedRun[], before: string, after: string): string {
  return runs.reduce((line, run, at) => {
    const content = contentOf(run);
    if (run.isItalic !== true) return line + content;
    const next = runs[at + 1];
    return line + wrapped(content, italicMark(line.at(-1) ?? before, next === undefined ? after : (contentOf(next)[0] ?? '')));
  }, '');
}

/** Neighbours that are bold, or not, together. */
function byWeight(runs: readonly MarkedRun[]): MarkedRun[][] {
  const groups: MarkedRun[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && (last[0].isBold === true) === (run.isBold === true)) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

function lineOf(runs: readonly MarkedRun[]): string {
  const groups = byWeight(runs);
  return groups.reduce((line, group, at) => {
    const isBold = group[0]?.isBold === true;
    const next = groups[at + 1]?.[0];
    const words = italics(group, isBold ? '' : (line.at(-1) ?? ''), isBold || next === undefined ? '' : '*');
    return line + (isBold ? wrapped(words, '**') : words);
  }, '');
}

/** The text whose paragraphs these are. */
export function writeMarkedText(paragraphs: readonly MarkedParagraph[]): string {
  return paragraphs
    .map(({ style, depth, ordinal, runs }) => {
      const line = lineOf(runs).replaceAll(/\s*\n\s*/gu, ' ');
      if (style === 'body') return line.replace(/^(?=[-#])/u, '\\').replace(/^(\d{1,3})\./u, '$1\\.');
      return `${'  '.repeat(depth)}${style === 'bullet' ? '-' : `${ordinal ?? 1}.`} ${line}`;
    })
    .join('\n');
}

/** The words of a marked text without its marks, on one line: for lists and outlines. */
export function plainWords(body: string): string {
  return parseMarkedText(body)
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ')
    .trim();
}
