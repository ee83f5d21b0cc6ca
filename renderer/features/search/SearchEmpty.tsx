import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import styles from './SearchScreen.module.css';
import { searchFor, searchState, type SearchState } from './search-text.ts';

const ways = ['words', 'phrase', 'prefix', 'inside', 'or', 'not', 'near'] as const;

/** What can be typed, before anything is. */
export function SearchEmpty() {
  const say = useText();
  return (
    <section aria-label={say('search.help.label')} className={styles.empty}>
      <p className={styles.lead}>{say('search.empty')}</p>
      <dl className={styles.ways}>
        {ways.map((way) => (
          <div className={styles.way} key={way}>
            <dt>
              <kbd className={styles.example}>{say(`search.example.${way}`)}</kbd>
            </dt>
            <dd>{say(`search.help.${way}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{say('search.help.spelling')}</p>
    </section>
  );
}

interface SearchNoneProps {
  readonly state: SearchState;
  readonly problem: 'nothing' | 'left-out' | 'not-ready' | null;
}

/** Nothing was found, and what to try. */
export function SearchNone({ state, problem }: SearchNoneProps) {
  const say = useText();
  if (problem === 'left-out') return <EmptyState what={say('search.leftOut')} />;
  if (problem === 'not-ready') return <EmptyState what={say('search.notReady')} />;
  const q = state.text.trim();
  if (state.group !== null || state.projectId !== null) {
    const everywhere = <Button onPress={() => searchFor(state.text)}>{say('search.everywhere')}</Button>;
    return <EmptyState action={everywhere} what={say('search.noneFiltered', { q })} />;
  }
  // One bare word may stand inside longer ones.
  const isOneWord = /^[\p{L}\p{N}]{3,}$/u.test(q);
  const inside = <Button onPress={() => searchState.set({ ...state, text: `*${q}*` })}>{say('search.inside')}</Button>;
  return <EmptyState action={isOneWord ? inside : undefined} what={say('search.none', { q })} />;
}
