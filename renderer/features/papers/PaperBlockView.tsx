import type { PaperBlock } from '../../../shared/contract/papers.ts';
import { PaperPhotos } from './PaperPhotos.tsx';
import { PaperTable } from './PaperTable.tsx';
import type { PhotoUrls } from './photos.ts';
import { WritingLine } from '../../lib/paper/WritingLine.tsx';
import styles from './papers.module.css';

interface PaperBlockViewProps {
  readonly block: PaperBlock;
  readonly photos: PhotoUrls;
}

/** One piece of a paper. Its parts never change place while it is shown, so their place is their name. */
export function PaperBlockView({ block, photos }: PaperBlockViewProps) {
  switch (block.kind) {
    case 'heading':
      return <h3 className={styles.heading}>{block.text}</h3>;
    case 'text':
      return (
        <p className={styles.text} data-tone={block.tone} {...langOf(block.language)}>
          {block.text}
        </p>
      );
    case 'address':
      return (
        <div className={styles.address}>
          <p className={styles.lines}>{block.lines.join('\n')}</p>
          {block.day === '' ? null : <p className={styles.day}>{block.day}</p>}
        </div>
      );
    case 'facts':
      return (
        <dl className={styles.facts}>
          {block.rows.map(({ label, lines }) => (
            <div className={styles.fact} key={label}>
              <dt>{label}</dt>
              <dd className={styles.lines}>{lines.join('\n')}</dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return <PaperList items={block.items} />;
    case 'questions':
      return <Questions block={block} />;
    case 'table':
      return <PaperTable block={block} />;
    case 'lines':
      return <MinuteLines items={block.items} />;
    case 'photos':
      return <PaperPhotos photos={block.photos} urls={photos} />;
    case 'signature':
      return <p className={styles.lines}>{block.lines.join('\n')}</p>;
  }
}

function langOf(language: string | null): { readonly lang?: string } {
  return language === null ? {} : { lang: language };
}

function PaperList({ items }: { readonly items: Extract<PaperBlock, { kind: 'list' }>['items'] }) {
  return (
    <ul className={styles.list}>
      {items.map(({ lead, text, language, note }) => (
        <li data-lead={lead === '' ? undefined : true} key={`${lead} ${text}`}>
          <span aria-hidden={lead === '' || undefined} className={styles.lead}>
            {lead === '' ? '–' : lead}
          </span>
          <span {...langOf(language)}>
            {text}
            {note === '' ? null : <small className={styles.note}>{note}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Questions({ block }: { readonly block: Extract<PaperBlock, { kind: 'questions' }> }) {
  return (
    <ol className={styles.questions}>
      {block.items.map(({ number, text, language }) => (
        <li key={number} value={number} {...langOf(language)}>
          <strong>{text}</strong>
          {Array.from({ length: block.lines }, (_, line) => (
            <WritingLine key={line} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function MinuteLines({ items }: { readonly items: Extract<PaperBlock, { kind: 'lines' }>['items'] }) {
  return items.map(({ text, language, mark, isAgreed, by }, index) => (
    // eslint-disable-next-line react/no-array-index-key -- two lines may say the same
    <p className={styles.line} data-agreed={isAgreed || undefined} key={index}>
      {mark === '' ? null : <strong>{mark}: </strong>}
      <span {...langOf(language)}>{text}</span>
      {by === '' ? null : <small className={styles.by}> ({by})</small>}
    </p>
  ));
}
