import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { BankList } from '../bank/index.ts';
import styles from './plan.module.css';

interface QuestionPickProps {
  readonly chosen: ReadonlyMap<string, BankQuestion>;
  readonly onChange: (chosen: ReadonlyMap<string, BankQuestion>) => void;
  /** Around the list; its first option takes focus when the step is reached. */
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onEnter: () => void;
}

/** Questions of the bank for a sheet, those meant for meetings first: Space chooses. */
export function QuestionPick({ chosen, onChange, listRef, onEnter }: QuestionPickProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState<string | null>(null);
  const query = useQuery({
    ...orpc.bank.list.queryOptions({ input: { query: typed.slice(0, 200), kind: typed === '' ? 'meeting' : null } }),
    placeholderData: keepPreviousData,
  });
  const toList = (): void => listRef.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  return (
    <div className={styles.bank}>
      <SearchField
        clearLabel={say('bank.clear')}
        label={say('meetings.plan.findQuestion')}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') toList();
          else event.continuePropagation();
        }}
        placeholder={say('meetings.plan.findQuestion')}
        value={typed}
      />
      <div className={styles.questions} ref={listRef}>
        <Loaded query={query}>
          {({ questions }) => (
            <BankList
              chosen={chosen}
              current={questions.find(({ id }) => id === current)?.id ?? questions[0]?.id ?? null}
              onCurrent={setCurrent}
              onEnter={onEnter}
              onToggle={(question) => {
                const next = new Map(chosen);
                if (!next.delete(question.id)) next.set(question.id, question);
                onChange(next);
              }}
              questions={questions}
            />
          )}
        </Loaded>
      </div>
      <p className={styles.help} role="status">
        {chosen.size === 0 ? say('meetings.plan.questionsHelp') : say('bank.chosen', { count: chosen.size })}
      </p>
    </div>
  );
}
