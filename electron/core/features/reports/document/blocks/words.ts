import { plainWords } from '../../../../../../shared/texts/marked-text.ts';
import { levelOf } from '../../blocks/block-rows.ts';
import type { MakeBlock } from '../ground.ts';

/** Its number and anchor are given when the whole report is known. */
export const makeHeading: MakeBlock = (block) => ({
  parts: [{ kind: 'heading', level: levelOf(block), number: null, text: plainWords(block.body), anchor: '' }],
  problems: [],
});

export const makePageBreak: MakeBlock = () => ({ parts: [{ kind: 'page-break' }], problems: [] });
