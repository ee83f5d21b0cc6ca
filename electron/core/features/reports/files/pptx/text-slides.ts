import { isSafeAddress } from '../../../../../../shared/report-page/index.ts';
import type { DocumentPart, Run } from '../../../../../../shared/contract/reports-document.ts';
import { lineHeight, places, type Ruler } from './measures.ts';
import { inks, listIndent } from './slide-xml.ts';
import type { LinkedLine } from './slide-plan.ts';

type Paragraph = Extract<DocumentPart, { kind: 'paragraph' }>;
type Facts = Extract<DocumentPart, { kind: 'facts' }>;
type LinkedRun = LinkedLine['runs'][number];

const sizes = { lead: 24, body: 20, quiet: 14, bullet: 20, numbered: 20 } as const;
const deeper = [0, 2, 4] as const;
const noteSize = 12;
/** Points above a paragraph. */
const gap = 6;

/** A paragraph as it will stand, with what it takes. */
export interface MeasuredLine {
  readonly line: LinkedLine;
  readonly height: number;
  /** It is not left alone at a slide's foot. */
  readonly staysWithNext: boolean;
}

function linkedRun(run: Run, size: number, language: Paragraph['language']): LinkedRun {
  const { text, isBold, isItalic, href } = run;
  return {
    text,
    size,
    ...(isBold === true ? { isBold } : {}),
    ...(isItalic === true ? { isItalic } : {}),
    ...(href !== undefined && isSafeAddress(href) ? { href } : {}),
    ...(language === null ? {} : { language }),
  };
}

function measured(line: LinkedLine, size: number, ruler: Ruler): MeasuredLine {
  const indent = line.bullet === undefined ? 0 : listIndent * ((line.depth ?? 0) + 1);
  const text = line.runs.map((run) => run.text).join('');
  const rows = ruler.linesOf(text, places.body.w - indent, size).length;
  // What announces a list stays with it.
  return { line, height: rows * size * lineHeight + gap, staysWithNext: text.trimEnd().endsWith(':') };
}

/** Pieces of running text that each take no more than so many lines: cut at the ends of sentences where that can be. */
function pieces(text: string, size: number, ruler: Ruler): string[] {
  const most = Math.floor(places.body.h / (size * lineHeight)) - 1;
  const linesOf = (part: string): number => ruler.linesOf(part, places.body.w, size).length;
  if (linesOf(text) <= most) return [text];
  const made: string[] = [];
  let piece = '';
  for (const part of text.split(/(?<=[.!?…]\s)|(?<=\s)/u)) {
    if (piece !== '' && linesOf(piece + part) > most) {
      const sentence = /^.*[.!?…]\s/su.exec(piece)?.[0] ?? '';
      const cut = sentence.length > piece.length / 2 ? sentence : piece;
      made.push(cut.trim());
      piece = piece.slice(cut.length);
    }
    piece += part;
  }
  return piece.trim() === '' ? made : [...made, piece.trim()];
}

/** A paragraph as lines of a slide; one that fills more than a slide is cut, and loses its marks. Footnotes stand under it. */
export function paragraphLines(
  part: Paragraph,
  ruler: Ruler,
  noteFrom: number,
): { readonly lines: readonly MeasuredLine[]; readonly notes: number } {
  const { style, depth, ordinal, language } = part;
  const size = sizes[style] - (deeper[depth] ?? 0);
  const notes = part.runs.flatMap(({ footnote }) => footnote ?? []);
  let number = noteFrom;
  const runs = part.runs.map((run): LinkedRun => {
    if (run.footnote === undefined) return linkedRun(run, size, language);
    number += 1;
    return { text: String(number), size, isRaised: true };
  });
  const look = {
    before: gap,
    ...(style === 'bullet' ? { bullet: 'bullet' as const, depth } : {}),
    ...(style === 'numbered' ? { bullet: { start: ordinal ?? 1 }, depth } : {}),
  };
  const colour = style === 'quiet' ? { colour: inks.quiet } : {};
  const text = runs.map((run) => run.text).join('');
  const cut = pieces(text, size, ruler);
  const lines =
    cut.length === 1
      ? [{ ...look, runs: runs.map((run) => ({ ...run, ...colour })) }]
      : cut.map((piece) => ({ ...look, runs: [{ text: piece, size, ...colour, ...(language === null ? {} : { language }) }] }));
  const under = notes.map((note, at): LinkedLine => ({
    before: 2,
    runs: [
      { text: String(noteFrom + at + 1), size: noteSize, isRaised: true, colour: inks.quiet },
      { text: ` ${note}`, size: noteSize, colour: inks.quiet },
    ],
  }));
  const above = lines.map((line, at) => ({
    ...measured(line, size, ruler),
    staysWithNext: at === lines.length - 1 && (under.length > 0 || text.trimEnd().endsWith(':')),
  }));
  return { lines: [...above, ...under.map((line) => measured(line, noteSize, ruler))], notes: notes.length };
}

export function factLines({ rows }: Facts, ruler: Ruler): MeasuredLine[] {
  return rows.map(({ label, lines }) =>
    measured(
      {
        before: gap,
        runs: [
          { text: `${label}: `, size: sizes.body, isBold: true },
          { text: lines.join(', '), size: sizes.body },
        ],
      },
      sizes.body,
      ruler,
    ),
  );
}

/** An entry of the agenda. */
export function entryLine(text: string, ruler: Ruler): MeasuredLine {
  return measured({ before: gap, bullet: 'bullet', depth: 0, runs: [{ text, size: sizes.body }] }, sizes.body, ruler);
}

/** Lines on as few slides as they need, in their order; none runs over. */
export function onSlides(lines: readonly MeasuredLine[]): LinkedLine[][] {
  const slides: LinkedLine[][] = [];
  let room = 0;
  for (const [at, { line, height, staysWithNext }] of lines.entries()) {
    const needed = height + (staysWithNext ? (lines[at + 1]?.height ?? 0) : 0);
    if (slides.length === 0 || needed > room) {
      slides.push([]);
      room = places.body.h;
    }
    slides.at(-1)?.push(line);
    room -= height;
  }
  return slides;
}
