import type { BlockKind } from '../../../../../../shared/contract/reports-terms.ts';
import { nothing, ownWords, problem, type Ground, type Made, type MakeBlock } from '../ground.ts';
import type { BlockRow } from '../../blocks/block-rows.ts';
import { aboutGone } from './about.ts';
import { makeActions } from './actions.ts';
import { makeAttachment } from './attachment.ts';
import { makeChecklist } from './checklist.ts';
import { makeExhibitBlock } from './exhibit.ts';
import { makeFinding, makeFindings } from './findings.ts';
import { makeMeetings } from './meetings.ts';
import { makeMethods } from './methods.ts';
import { makeQuote } from './quote.ts';
import { makeResponse } from './response.ts';
import { makeHeading, makePageBreak } from './words.ts';

const makers: Readonly<Record<BlockKind, MakeBlock>> = {
  heading: makeHeading,
  text: () => nothing,
  exhibit: makeExhibitBlock,
  quote: makeQuote,
  finding: makeFinding,
  findings: makeFindings,
  actions: makeActions,
  meetings: makeMeetings,
  methods: makeMethods,
  response: makeResponse,
  checklist: makeChecklist,
  attachment: makeAttachment,
  contents: () => ({ parts: [{ kind: 'contents', entries: [] }], problems: [] }),
  // What stands in it is known when all the rest is.
  appendix: () => nothing,
  'page-break': makePageBreak,
};

/** What a template put there for somebody to write over. */
const toWrite = /\[[^[\]]*…\]/u;

/** A block with its author's own words above what its kind shows. */
export function makeBlock(block: BlockRow, ground: Ground): Made {
  const gone = aboutGone(block, ground);
  const made: Made = gone.length > 0 ? { parts: [], problems: gone } : makers[block.kind](block, ground);
  if (block.kind === 'heading') return made;
  const isOpen = toWrite.test(block.body);
  return {
    ...made,
    parts: [...ownWords(block.body), ...made.parts],
    problems: [...made.problems, ...(isOpen ? [problem('text-to-write', false, 'reports.problem.toWrite')] : [])],
  };
}
