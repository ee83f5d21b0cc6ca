import type { DocumentBlock, DocumentPart, ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import { readBlocks } from '../blocks/block-rows.ts';
import { requireSight } from '../../coding/index.ts';
import { latestDrafts } from '../drafts.ts';
import { readReport } from '../report-rows.ts';
import { makeBlock } from './blocks/index.ts';
import { changesIn, readDraftFigures } from './changes.ts';
import type { ReportExhibit } from './exhibit-reader.ts';
import { openGround, type Grounded } from './ground.ts';
import { numberParts } from './number-parts.ts';
import { readStyle } from './read-style.ts';

/** A report as it stands, and what of it has to be entered in the register before it leaves. */
export interface Assembled {
  readonly document: ReportDocument;
  /** Tables that stand in it, each once. */
  readonly exhibits: readonly ReportExhibit[];
  /** Waves whose response figures stand in it. */
  readonly waves: readonly string[];
  readonly quotes: number;
}

const lettersOnPage = 2600;

/** Hundredths of a page that a part takes, roughly. */
function sizeOf(part: DocumentPart): number {
  switch (part.kind) {
    case 'heading':
      return 5;
    case 'paragraph':
      return 2 + (100 * part.runs.reduce((sum, { text, footnote }) => sum + text.length + (footnote?.length ?? 0), 0)) / lettersOnPage;
    case 'exhibit':
      return (part.shows === 'chart' ? 0 : 10 + part.released.rows.length * 3) + (part.shows === 'table' ? 0 : 35);
    case 'quote':
      return 3 + (100 * part.text.length) / lettersOnPage;
    case 'table':
      return 8 + part.rows.length * 4;
    case 'facts':
      return part.rows.reduce((sum, { lines }) => sum + 3 * lines.length, 0);
    case 'picture':
      return 40;
    case 'contents':
      return part.entries.length * 2;
    case 'page-break':
      return 50;
  }
}

function pagesOf(parts: readonly DocumentPart[]): number {
  return Math.max(1, Math.ceil(parts.reduce((sum, part) => sum + sizeOf(part), 30) / 100));
}

/**
 * A report as it stands now: every table through the gate, everything numbered.
 * @param isFresh counts every table again, whatever is remembered
 * @throws AppError NOT_FOUND, CODING_IS_BLIND
 */
export function assemble(call: Grounded, reportId: string, isFresh = false): Assembled {
  const report = readReport(call.sql, reportId);
  requireSight(call.sql, report.projectId);
  const ground = openGround(call, report, isFresh);
  const made = readBlocks(call.sql, reportId).map((block) => ({ block, ...makeBlock(block, ground) }));
  const filled = numberParts(made, ground.say);
  const draft = latestDrafts(call.sql, [reportId]).get(reportId);
  const before = readDraftFigures(call.sql, draft);
  const blocks = filled.map(({ block, parts }, at): DocumentBlock => ({
    id: block.id,
    kind: block.kind,
    parts: [...parts],
    problems: [...(made[at]?.problems ?? [])],
    ...changesIn(block, parts, before),
  }));
  const { id, projectId, project, kind, title, language, byline, authors, place, year } = report;
  const { format = '', at = '', recipient = null } = draft ?? {};
  return {
    document: {
      id,
      projectId,
      project,
      kind,
      title,
      subtitle: kind === 'other' ? '' : ground.say(`reports.kind.${kind}`),
      language,
      byline,
      authors,
      place,
      year,
      style: readStyle(call.sql),
      blocks,
      latest: draft === undefined ? null : { draft: draft.draft, format, at, releases: [...before.numbers], recipient },
      provenance: '',
      origin: '',
      pages: pagesOf(blocks.flatMap(({ parts }) => parts)),
    },
    exhibits: ground.exhibits.standing(),
    waves: [...new Set(made.flatMap(({ waves = [] }) => waves))],
    quotes: made.reduce((sum, { quotes = 0 }) => sum + quotes, 0),
  };
}
