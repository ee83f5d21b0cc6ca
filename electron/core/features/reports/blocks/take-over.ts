import type { DocumentPart, Run } from '../../../../../shared/contract/reports-document.ts';
import type { NewBlock } from '../../../../../shared/contract/reports.ts';
import type { BlockKind } from '../../../../../shared/contract/reports-terms.ts';
import { writeMarkedText, type MarkedParagraph, type MarkedRun } from '../../../../../shared/texts/marked-text.ts';
import type { Call } from '../../../rpc/call.ts';
import { assemble } from '../document/assemble.ts';
import { findingsOf, maySpeak } from '../document/blocks/findings.ts';
import { openGround, ownWords } from '../document/ground.ts';
import { readReport } from '../report-rows.ts';
import { readBlock, readBlocks, type BlockRow } from './block-rows.ts';
import { writeBlock } from './insert-blocks.ts';
import { writeOrder } from './write-order.ts';

/** What the program writes in words. A table, a quote or a photo stays what it is: words of somebody must be able to leave. */
const canBeTaken: readonly BlockKind[] = ['methods', 'response', 'meetings', 'findings', 'actions', 'checklist'];
const bare = { body: '', options: {}, exhibitId: null, quoteId: null, findingId: null, attachmentId: null } as const;

function markedRun({ text, isBold, isItalic, href, footnote }: Run): MarkedRun {
  return {
    text,
    ...(isBold === undefined ? {} : { isBold }),
    ...(isItalic === undefined ? {} : { isItalic }),
    ...(href === undefined ? {} : { href }),
    ...(footnote === undefined ? {} : { footnote }),
  };
}

function line(style: MarkedParagraph['style'], runs: readonly MarkedRun[]): MarkedParagraph {
  return { style, depth: 0, ordinal: null, runs };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ', ').trim();
}

/** The rows of a table as items: the first cell, then the others with what they are. */
function tableLines({ caption, columns, rows, note }: Extract<DocumentPart, { kind: 'table' }>): MarkedParagraph[] {
  const items = rows.map(({ cells }) => {
    const [first = '', ...rest] = cells.map(oneLine);
    const more = rest.flatMap((cell, at) => (cell === '' ? [] : [`${columns[at + 1]?.label ?? ''}: ${cell}`]));
    return line('bullet', [{ text: first, isBold: true }, { text: more.length === 0 ? '' : ` – ${more.join('; ')}` }]);
  });
  return [
    ...(caption === null ? [] : [line('body', [{ text: caption.text, isBold: true }])]),
    ...items,
    ...(note.trim() === '' ? [] : [line('body', [{ text: note.trim() }])]),
  ];
}

function linesOf(part: DocumentPart): MarkedParagraph[] {
  switch (part.kind) {
    case 'paragraph':
      return [
        {
          style: part.style === 'bullet' || part.style === 'numbered' ? part.style : 'body',
          depth: part.depth,
          ordinal: part.ordinal,
          runs: part.runs.map(markedRun),
        },
      ];
    case 'facts':
      return part.rows.map(({ label, lines }) =>
        line('bullet', [{ text: label, isBold: true }, { text: `: ${lines.map(oneLine).join('; ')}` }]),
      );
    case 'table':
      return tableLines(part);
    default:
      return [];
  }
}

/** Findings with what they rest on become one block each, so that a quote or a table in them can still leave. */
function findingBlocks(call: Call, { reportId, body, options }: BlockRow): NewBlock[] {
  const ground = openGround(call, readReport(call.sql, reportId), false);
  const told = findingsOf(options, ground).filter((finding) => maySpeak(finding, ground));
  return [
    ...(body === '' ? [] : [{ ...bare, kind: 'text' as const, body }]),
    ...told.map(({ id }) => ({ ...bare, kind: 'finding' as const, findingId: id, options: { hasEvidence: true } })),
  ];
}

function takenBlocks(call: Call, block: BlockRow): NewBlock[] {
  if (block.kind === 'findings' && block.options.hasEvidence === true) return findingBlocks(call, block);
  const made = assemble(call, block.reportId).document.blocks.find(({ id }) => id === block.id);
  // The author's own words stay as they were typed: a reference in them still names its table when the tables are numbered anew.
  const filledIn = (made?.parts ?? []).slice(ownWords(block.body).length);
  const body = [block.body, writeMarkedText(filledIn.flatMap(linesOf))].filter((text) => text !== '').join('\n');
  return [{ ...bare, kind: 'text', body }];
}

/**
 * Turns what the program fills in into the author's own text, as it stands now, in the block's place. Other blocks stay as they are.
 * @throws AppError NOT_FOUND, CODING_IS_BLIND
 */
export function takeOver(call: Call, blockId: string): string[] {
  const block = readBlock(call.sql, blockId);
  if (!canBeTaken.includes(block.kind)) return [blockId];
  const order = readBlocks(call.sql, block.reportId).map(({ id }) => id);
  const at = order.indexOf(blockId);
  const blocks = takenBlocks(call, block);
  call.sql.run('DELETE FROM report_block WHERE id = :blockId', { blockId });
  const ids = blocks.map((one, index) => writeBlock(call, block.reportId, one, at + 1 + index));
  writeOrder(call.sql, [...order.slice(0, at), ...ids, ...order.slice(at + 1)]);
  call.operation.label({ title: readReport(call.sql, block.reportId).title });
  return ids;
}
