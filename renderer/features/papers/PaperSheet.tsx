import type { Paper } from '../../../shared/contract/papers.ts';
import { SheetOfPaper } from '../../lib/paper/SheetOfPaper.tsx';
import { useText } from '../../lib/text.ts';
import { PaperBlockView } from './PaperBlockView.tsx';
import type { PhotoUrls } from './photos.ts';
import styles from './papers.module.css';

export interface PaperSheetProps {
  readonly paper: Paper;
  readonly photos: PhotoUrls;
}

/** A paper as it is sent: what is seen is what comes out of the printer. */
export function PaperSheet({ paper, photos }: PaperSheetProps) {
  const say = useText();
  const [first] = paper.blocks;
  const isLetter = first?.kind === 'address';
  const body = isLetter ? paper.blocks.slice(1) : paper.blocks;
  return (
    <SheetOfPaper label={say('papers.screen.preview')} lang={paper.language}>
      {isLetter ? <PaperBlockView block={first} photos={photos} /> : null}
      <h2 className={styles.title}>{paper.title}</h2>
      {paper.subtitle === '' ? null : <p className={styles.subtitle}>{paper.subtitle}</p>}
      {body.map((block, index) => (
        // eslint-disable-next-line react/no-array-index-key -- a paper is laid out anew as a whole: a block's place is its name
        <PaperBlockView block={block} key={index} photos={photos} />
      ))}
    </SheetOfPaper>
  );
}
