import type { CodebookNote } from '../../../shared/contract/codebook-exchange.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './exchange.module.css';

/** What of a file does not come along, and what was put right on the way in, each with its places. */
export function CodebookNotes({ notes }: { readonly notes: readonly CodebookNote[] }) {
  const say = useText();
  const language = useLanguage();
  if (notes.length === 0) return <p className={styles.none}>{say('codebookExchange.notes.none')}</p>;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note.code}>
          <StatusText icon={note.isLost ? 'softCheck' : 'done'} tone={note.isLost ? 'warn' : 'neutral'}>
            {say(note.isLost ? 'codebookExchange.notes.lost' : 'codebookExchange.notes.mended')}
          </StatusText>
          <span>
            <strong className={styles.count}>{formatNumber(note.count, language)} ×</strong> {say(`codebookExchange.note.${note.code}`)}
            <span className={styles.places}>{placeWords(say, note)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function placeWords(say: Say, { places, count }: CodebookNote): string {
  const known = places
    .filter(({ line, what }) => line > 0 || what !== '')
    .map(({ line, what }) =>
      line === 0
        ? what
        : what === ''
          ? say('codebookExchange.notes.placeBare', { line })
          : say('codebookExchange.notes.place', { line, what }),
    );
  const more = count - places.length;
  return [...known, ...(more > 0 ? [say('codebookExchange.notes.placesMore', { count: more })] : [])].join('; ');
}
