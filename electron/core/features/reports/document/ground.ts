import type { BlockProblem, DocumentPart, Run } from '../../../../../shared/contract/reports-document.ts';
import type { DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { parseMarkedText, type MarkedRun } from '../../../../../shared/texts/marked-text.ts';
import type { Call } from '../../../rpc/call.ts';
import { wordsIn, type CoreWords } from '../../../words.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import { readAttributeBook } from '../../quotes/attribute-book.ts';
import type { BlockRow } from '../blocks/block-rows.ts';
import type { ReportFacts } from '../report-rows.ts';
import { countExhibit, recallExhibit } from './count-exhibit.ts';
import { fromData } from './data-memory.ts';
import { exhibitReader, type ExhibitReader } from './exhibit-reader.ts';
import { quoteReader, type ReadQuote } from './quote-reader.ts';

/** What blocks are made from. */
export interface Ground {
  readonly call: Grounded;
  readonly report: ReportFacts;
  readonly language: Language;
  readonly say: CoreWords;
  readonly rule: DisclosureRule;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** ISO day. */
  readonly today: string;
  readonly exhibits: ExhibitReader;
  readonly quote: (quoteId: string) => ReadQuote;
}

/** What a call must hold for a report to be assembled. */
export type Grounded = Pick<Call, 'sql' | 'session' | 'workspace' | 'actorId'>;

/** What a block became. */
export interface Made {
  readonly parts: readonly DocumentPart[];
  readonly problems: readonly BlockProblem[];
  /** Waves whose response figures stand in it. */
  readonly waves?: readonly string[];
  /** How many quotes. */
  readonly quotes?: number;
}

/** Makes what a kind of block shows. */
export type MakeBlock = (block: BlockRow, ground: Ground) => Made;

/** @param isFresh counts every table again, whatever is remembered: for what leaves */
export function openGround(call: Grounded, report: ReportFacts, isFresh: boolean): Ground {
  const { sql, workspace, session } = call;
  const madeAt = new Date(session.deps.now()).toISOString();
  const { projectId, language } = report;
  const { rule } = readProjectFacts(sql, projectId);
  const count = isFresh ? countExhibit : recallExhibit;
  const book = () => fromData(workspace, `book ${projectId} ${language}`, () => readAttributeBook(sql, projectId, language));
  return {
    call,
    report,
    language,
    say: wordsIn(language),
    rule,
    madeAt,
    today: madeAt.slice(0, 10),
    exhibits: exhibitReader({ sql, workspace, report, count: (definition) => count(call, projectId, definition, madeAt) }),
    quote: quoteReader({ sql, projectId, threshold: rule.threshold, book }),
  };
}

/** Where a reference stands until everything has its number. */
const pending = /^(?<as>table|figure):(?<id>.+)$/u;

function runOf({ text, isBold, isItalic, href, ref, footnote }: MarkedRun): Run {
  return {
    text,
    ...(isBold === undefined ? {} : { isBold }),
    ...(isItalic === undefined ? {} : { isItalic }),
    ...(href === undefined ? {} : { href }),
    ...(ref === undefined ? {} : { ref: `${ref.as}:${ref.exhibitId}` }),
    ...(footnote === undefined ? {} : { footnote }),
  };
}

/** What a run refers to before it has been given its number. */
export function pendingOf({ ref }: Run): { readonly as: 'table' | 'figure'; readonly exhibitId: string } | null {
  const found = ref === undefined ? null : pending.exec(ref);
  if (found?.groups === undefined) return null;
  return { as: found.groups['as'] === 'figure' ? 'figure' : 'table', exhibitId: found.groups['id'] ?? '' };
}

/** The author's own words as paragraphs. */
export function ownWords(body: string): DocumentPart[] {
  return parseMarkedText(body).map(({ style, depth, ordinal, runs }) => ({
    kind: 'paragraph',
    style,
    depth,
    ordinal,
    runs: runs.map(runOf),
    language: null,
  }));
}

type Paragraph = Extract<DocumentPart, { kind: 'paragraph' }>;

/** A paragraph that the program writes. */
export function paragraph(
  text: string,
  style: Paragraph['style'] = 'body',
  more: Partial<Pick<Paragraph, 'language' | 'depth'>> = {},
): Paragraph {
  return { kind: 'paragraph', style, depth: more.depth ?? 0, ordinal: null, runs: [{ text }], language: more.language ?? null };
}

/** A short line in bold type that says what follows, without being a heading of the report's. */
export function lineAbove(text: string): Paragraph {
  return { kind: 'paragraph', style: 'body', depth: 0, ordinal: null, runs: [{ text, isBold: true }], language: null };
}

/** The language of a text where it is another than the report's. */
export function otherLanguage(language: Language, ground: Ground): Language | null {
  return language === ground.language ? null : language;
}

/** Something that keeps a block from being as its author wants it. */
export function problem(
  code: BlockProblem['code'],
  isBlocking: boolean,
  id: string,
  params: Record<string, string | number> = {},
): BlockProblem {
  return { code, isBlocking, sentence: { id, params } };
}

export const nothing: Made = { parts: [], problems: [] };
