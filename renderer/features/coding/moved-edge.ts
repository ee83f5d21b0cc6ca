import { words, type TextRange } from '../../../shared/texts/index.ts';

/** The range of a coding with one edge moved by a character or a word; a surrogate pair is one character. */
export function movedEdge(
  body: string,
  language: string,
  coding: TextRange,
  edge: 'start' | 'end',
  by: 1 | -1,
  isWord: boolean,
): TextRange {
  const from = coding[edge];
  const edges = isWord ? words(body, language).map((word) => word[edge]) : [];
  const pair = by === 1 ? body.codePointAt(from) : body.codePointAt(from - 2);
  const byCharacter = from + by * ((pair ?? 0) > 0xffff ? 2 : 1);
  const byWord = by === 1 ? edges.find((at) => at > from) : edges.findLast((at) => at < from);
  const to = Math.max(0, Math.min(body.length, isWord ? (byWord ?? (by === 1 ? body.length : 0)) : byCharacter));
  return { start: coding.start, end: coding.end, [edge]: to };
}
