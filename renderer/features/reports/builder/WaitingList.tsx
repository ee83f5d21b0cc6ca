import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import type { BuilderDesk } from './builder-desk.ts';
import styles from './outline.module.css';
import { problemIcons } from './problem-icons.ts';
import type { Waiting } from './waiting.ts';

/** What is in the way, and what is worth a look; each goes to the first block it is about, and on to the next. */
export function WaitingList({ desk, waiting }: { readonly desk: BuilderDesk; readonly waiting: readonly Waiting[] }) {
  const say = useText();
  if (waiting.length === 0) return null;
  function go(blockIds: readonly string[]): void {
    const now = blockIds.indexOf(desk.store.get().at ?? '');
    desk.choose(blockIds[(now + 1) % blockIds.length] ?? null);
  }
  return (
    <section aria-label={say('reports.waiting')} className={styles.waiting}>
      <ul>
        {waiting.map(({ kind, count, isBlocking, blockIds }) => (
          <li key={kind}>
            <button className={styles.wait} onClick={() => go(blockIds)} type="button">
              <Icon name={problemIcons[kind]} tone={isBlocking ? 'bad' : 'warn'} />
              <span>{say(`reports.waiting.${kind}`, { n: count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
