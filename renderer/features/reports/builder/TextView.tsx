import { MarkedText } from '../page/MarkedText.tsx';
import { PageHeading } from '../page/PartView.tsx';
import styles from './sheet.module.css';
import { levelOf, type DraftBlock } from './blocks-model.ts';

interface TextViewProps {
  readonly block: DraftBlock;
  readonly number: string | null;
  readonly firstNote: number;
  /** What stands in the place of words that are not there. */
  readonly placeholder: string;
}

/** A heading or a text of the author's, as it will stand. */
export function TextView({ block, number, firstNote, placeholder }: TextViewProps) {
  if (block.body.trim() === '') return <p className={styles.placeholder}>{placeholder}</p>;
  if (block.kind === 'heading') return <PageHeading level={levelOf(block)} number={number} text={block.body} />;
  return <MarkedText body={block.body} firstNote={firstNote} />;
}
