import { characterEdges, wordsNear, type TextRange } from '../../../shared/texts/index.ts';

/** The range of a coding with one edge moved by a character or a word; what people see as one character is one. */
export function movedEdge(
  body: string,
  language: string,
  coding: TextRange,
  edge: 'start' | 'end',
  by: 1 | -1,
  isWord: boolean,
): TextRange {
  const from = coding[edge];
  const edges = isWord ? wordsNear(body, language, { start: from, end: from }).map((word) => word[edge]) : [];
  // Only the lines around: a text may be long.
  const near = body.slice(Math.max(0, from - around), from + around);
  const character = characterEdges(near);
  const at = from - Math.max(0, from - around);
  const byCharacter = from - at + (by === 1 ? character.after(at + 1) : character.before(at - 1));
  const byWord = by === 1 ? edges.find((to) => to > from) : edges.findLast((to) => to < from);
  const to = Math.max(0, Math.min(body.length, isWord ? (byWord ?? nextLine(body, from, by)) : byCharacter));
  return { start: coding.start, end: coding.end, [edge]: to };
}

const around = 200;

/** Beyond the last word of a line goes the edge to where the next line begins, or the one before ends. */
function nextLine(body: string, from: number, by: 1 | -1): number {
  const feed = by === 1 ? body.indexOf('\n', from) : body.lastIndexOf('\n', from - 1);
  if (feed === -1) return by === 1 ? body.length : 0;
  return by === 1 ? feed + 1 : feed;
}

/** An offset as an edge of a word: the nearest start or end of one in its lines. */
export function snappedEdge(body: string, language: string, offset: number, edge: 'start' | 'end'): number {
  const edges = wordsNear(body, language, { start: offset, end: offset }).map((word) => word[edge]);
  let nearest: number | undefined;
  for (const one of edges) if (nearest === undefined || Math.abs(one - offset) < Math.abs(nearest - offset)) nearest = one;
  return nearest ?? offset;
}
