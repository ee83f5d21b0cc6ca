import { useEffect, useRef, useState } from 'react';
import type { MergeChoice, MergeConflict } from '../../../shared/contract/merge.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConflictCard } from './ConflictCard.tsx';
import styles from './merge.module.css';

interface ConflictListProps {
  readonly conflicts: readonly MergeConflict[];
  readonly choices: Readonly<Record<string, MergeChoice>>;
  readonly onDecide: (ids: readonly string[], choice: MergeChoice) => void;
}

/** Matters one below the other; the open one takes the keys, and a choice goes on to the next without one. */
export function ConflictList({ conflicts, choices, onDecide }: ConflictListProps) {
  const say = useText();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const current = conflicts[at];
  const goOn = (): void => {
    const rest = [...conflicts.keys()].map((_, index) => (at + 1 + index) % conflicts.length);
    setAt(
      rest.find((index) => choices[conflicts[index]?.id ?? ''] === undefined && index !== at) ?? Math.min(at + 1, conflicts.length - 1),
    );
  };
  const decide = (choice: MergeChoice): void => {
    if (current === undefined) return;
    onDecide([current.id], choice);
    goOn();
  };
  const all = (take: 'mine' | 'theirs') => (): void =>
    onDecide(
      conflicts.map(({ id }) => id),
      { take },
    );
  useCommand('merge.mine', () => decide({ take: 'mine' }));
  useCommand('merge.theirs', () => decide({ take: 'theirs' }));
  useCommand('merge.other', () => list.current?.querySelector('textarea')?.focus(), current?.canType === true);
  useCommand('merge.next', () => setAt(Math.min(at + 1, conflicts.length - 1)));
  useCommand('merge.previous', () => setAt(Math.max(at - 1, 0)));
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <section aria-label={say('merge.conflicts')} className={styles.conflicts}>
      <div className={styles.conflictsHead}>
        <h2 className={styles.heading}>{say('merge.conflictCount', { count: conflicts.length })}</h2>
        <Button onPress={all('mine')} size="bar" variant="quiet">
          {say('merge.allMine')}
        </Button>
        <Button onPress={all('theirs')} size="bar" variant="quiet">
          {say('merge.allTheirs')}
        </Button>
      </div>
      <ol className={styles.list} ref={list}>
        {conflicts.map((conflict, index) => (
          <ConflictCard
            choice={choices[conflict.id]}
            conflict={conflict}
            isOpen={index === at}
            key={conflict.id}
            onDecide={decide}
            onOpen={() => setAt(index)}
          />
        ))}
      </ol>
    </section>
  );
}
