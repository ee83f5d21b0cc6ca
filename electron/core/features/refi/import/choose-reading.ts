import { placeIn, type PlacedText, type PositionReading } from '../positions.ts';
import type { FileProject, FileText } from './file-project.ts';
import type { ReadProject } from './read-project.ts';

/** Selections that a reading is judged by: more tell nothing new. */
const mostJudged = 2000;

const standard: PositionReading = { unit: 'code-point', lines: 'as-written' };
/** In the order in which they are believed: another has to fit better, not as well. */
const readings: readonly PositionReading[] = [
  standard,
  { unit: 'code-point', lines: 'one' },
  { unit: 'utf16', lines: 'as-written' },
  { unit: 'utf16', lines: 'one' },
];

/** The text with the file's selections placed in it as that reading has them: start, end, start, end. */
export function placeSelections(words: string, { selections }: Pick<FileText, 'selections'>, reading: PositionReading): PlacedText {
  return placeIn(
    words,
    selections.flatMap(({ start, end }) => [start, end]),
    reading,
  );
}

/**
 * How the file counts positions. The standard counts code points of the text as it is written; some programs count a line end of two
 * characters as one, or UTF-16 units. The reading is kept under which selections have the words of their names, or begin and end at words.
 */
export function chooseReading({ project, words }: ReadProject): PositionReading {
  const judged = project.sources.flatMap((source) => {
    const own = words.get(source.guid);
    const canDiffer = own !== undefined && source.selections.length > 0 && /\r\n|[\u{10000}-\u{10FFFF}]/u.test(own);
    return canDiffer ? [{ source, words: own }] : [];
  });
  let best = { reading: standard, score: Number.NEGATIVE_INFINITY };
  if (judged.length === 0) return standard;
  for (const reading of readings) {
    let left = mostJudged;
    let score = 0;
    for (const { source, words: own } of judged) {
      if (left <= 0) break;
      const selections = source.selections.slice(0, left);
      left -= selections.length;
      score += scoreOf(placeSelections(own, { selections }, reading), selections);
    }
    if (score > best.score) best = { reading, score };
  }
  return best.reading;
}

/** Says which reading was kept where it is not the standard's, or where there was a choice. */
export function noteReading({ found, sources }: FileProject, { unit, lines }: PositionReading, words: ReadonlyMap<string, string>): void {
  const withPairs = sources.filter(({ guid, selections }) => selections.length > 0 && (words.get(guid)?.includes('\r\n') ?? false));
  for (const { line, name } of withPairs) found.add(lines === 'one' ? 'lines-as-one' : 'lines-as-two', line, name);
  if (unit === 'utf16')
    found.add(
      'utf16-units',
      0,
      '',
      sources.reduce((n, { selections }) => n + selections.length, 0),
    );
}

function scoreOf({ body, places }: PlacedText, selections: FileText['selections']): number {
  let score = 0;
  for (const [at, { name }] of selections.entries()) {
    const start = places[at * 2] ?? null;
    const end = places[at * 2 + 1] ?? null;
    if (start === null || end === null) {
      score -= 5;
      continue;
    }
    const quote = bare(body.slice(start, end));
    const wanted = bare(name.replace(/(?:…|\.{3})$/u, ''));
    if (wanted.length > 2 && quote.startsWith(wanted)) score += 4;
    score += Number(isBorder(body, start)) + Number(isBorder(body, end));
  }
  return score;
}

function bare(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

const wordSign = /[\p{L}\p{N}]/u;

/** Whether a word begins or ends here. */
function isBorder(text: string, at: number): boolean {
  return !(wordSign.test(text.charAt(at - 1)) && wordSign.test(text.charAt(at)));
}
