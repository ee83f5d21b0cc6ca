import type { ThemeDifference } from '../../../shared/contract/codebook-exchange.ts';
import { useText, type Say } from '../../lib/text.ts';
import styles from './exchange.module.css';

/** What the file says otherwise than we do, side by side, and what comes of it. */
export function DifferenceList({ differences }: { readonly differences: readonly ThemeDifference[] }) {
  const say = useText();
  if (differences.length === 0) return <p className={styles.quiet}>{say('codebookExchange.import.noDifferences')}</p>;
  return (
    <section aria-label={say('codebookExchange.import.differences')} className={styles.differences}>
      <h3 className={styles.heading}>{say('codebookExchange.import.differences')}</h3>
      <ul>
        {differences.map((one, index) => (
          // eslint-disable-next-line react/no-array-index-key -- the list comes whole, in one order
          <li key={`${one.field} ${index}`}>
            <span className={styles.fieldName}>{fieldName(say, one)}</span>
            {one.effect === 'added' && one.ours === '' ? null : (
              <Side label={say('codebookExchange.import.ours')} one={one} words={one.ours} />
            )}
            <Side label={say('codebookExchange.import.theirs')} one={one} words={one.theirs} />
            <span className={styles.effect} data-effect={one.effect}>
              {say(`codebookExchange.effect.${one.effect}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function fieldName(say: Say, { field, language }: ThemeDifference): string {
  const name = say(`codebookExchange.field.${field}`);
  return language === null ? name : say('codebookExchange.fieldIn', { field: name, language: say(`themes.language.${language}`) });
}

function Side({ label, one, words }: { readonly label: string; readonly one: ThemeDifference; readonly words: string }) {
  const say = useText();
  return (
    <span className={styles.side}>
      <span className={styles.sideName}>{label}</span>
      <span lang={one.language ?? undefined}>{said(say, one, words)}</span>
    </span>
  );
}

/** Values that are not words of the codebook are said in the reader's. */
function said(say: Say, { field }: ThemeDifference, words: string): string {
  if (field === 'parent' && words === '') return say('codebookExchange.import.top');
  if (words === '') return say('codebookExchange.import.nothingThere');
  if (field === 'codable') return say(words === 'yes' ? 'codebookExchange.value.yes' : 'codebookExchange.value.no');
  if (field === 'status') return say(words === 'retired' ? 'codebookExchange.value.retired' : 'codebookExchange.value.in-use');
  return words;
}
