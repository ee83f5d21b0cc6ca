import type { IntlShape } from 'react-intl';
import type { Paper } from '../../../shared/contract/papers.ts';
import { savePrint } from '../../lib/paper/print-alone.ts';
import { printNode } from '../../lib/paper/print-node.tsx';
import { desktop } from '../../lib/pipe.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { letGo, loadPhotos } from './photos.ts';

async function printTogether(papers: readonly [Paper, ...Paper[]], words: IntlShape): Promise<boolean> {
  const [{ title, language }] = papers;
  const photos = await Promise.all(papers.map(loadPhotos));
  // oxlint-disable-next-line react/no-array-index-key -- a paper is laid out anew as a whole: its place is its name
  const node = papers.map((paper, at) => <PaperSheet key={at} paper={paper} photos={photos[at] ?? new Map()} />);
  try {
    return await printNode({ node, words, title, language }, () => savePrint(title));
  } finally {
    photos.forEach(letGo);
  }
}

/**
 * Prints papers without leaving the screen: on the desktop a PDF each under a name of the person's choice, in a browser all in one printing. False when
 * cancelled. @param words what the program says on them
 */
export async function printPapers([first, ...others]: readonly Paper[], words: IntlShape): Promise<boolean> {
  if (first === undefined) return true;
  if (desktop === null) return printTogether([first, ...others], words);
  for (const paper of [first, ...others]) {
    // oxlint-disable-next-line no-await-in-loop -- the page prints one at a time
    if (!(await printTogether([paper], words))) return false;
  }
  return true;
}
