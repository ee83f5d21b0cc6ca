import { formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import strip from './ConflictStrip.module.css';
import type { Entry } from './use-entry.ts';
import styles from './WordsConflicts.module.css';
import { dropMine, keyOfWords, wordsConflicts, writeWordsAt, type WordsConflict } from './words-conflicts.ts';

/** Words that another window wrote in the same place meanwhile: both stand here, wherever one has gone, until one is chosen. */
export function WordsConflicts({ entry }: { readonly entry: Entry }) {
  const { id } = entry.model.interview;
  const conflicts = wordsConflicts.use().filter(({ interviewId }) => interviewId === id);
  return conflicts.map((conflict) => <WordsChoice conflict={conflict} entry={entry} key={keyOfWords(conflict.place)} />);
}

function WordsChoice({ entry, conflict }: { readonly entry: Entry; readonly conflict: WordsConflict }) {
  const say = useText();
  const shown = useLanguage();
  const { place, mine, theirs, by, at } = conflict;
  const what = say('entry.words.what', { kind: place.kind, number: place.kind === 'note' ? '' : place.number });
  const sides = [
    { side: 'mine', words: mine, take: () => void writeWordsAt(entry.desk, place, mine, theirs) },
    { side: 'theirs', words: theirs, take: () => dropMine(conflict) },
  ] as const;
  return (
    <div aria-label={what} className={styles.band} role="group">
      <p className={strip.message} role="alert">
        <Icon name="softCheck" tone="warn" />
        {say('entry.words.message', { what, time: formatTime(at, shown) })}
      </p>
      <div className={strip.sides}>
        {sides.map(({ side, words, take }) => (
          <button className={strip.side} key={side} onClick={take} type="button">
            <span className={strip.name}>{say(`entry.conflict.choose.${side}`, { by })}</span>
            <span className={strip.words} data-words="" lang={entry.language}>
              {words === '' ? say('entry.words.nothing') : words}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
