import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { BankKind, type BankQuestion } from '../../../shared/contract/bank.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { BankList } from './BankList.tsx';
import { BankPreview } from './BankPreview.tsx';
import styles from './BankPanel.module.css';

const allKinds = 'all';

export interface BankPanelProps {
  /** What the button says: "Sett inn i …" or "Sett inn her". */
  readonly insertLabel: (count: number) => string;
  readonly onInsert: (questions: readonly BankQuestion[]) => void;
  readonly onCancel?: () => void;
  /** Further deeds on the question in hand. */
  readonly deeds?: (question: BankQuestion) => ReactNode;
}

/** The bank: search in any language, questions by topic, the one in hand with where it comes from and where it is asked. */
export function BankPanel({ insertLabel, onInsert, onCancel, deeds }: BankPanelProps) {
  const say = useText();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<BankKind | typeof allKinds>(allKinds);
  const [current, setCurrent] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, BankQuestion>>(new Map());
  const query = useQuery({
    ...orpc.bank.list.queryOptions({ input: { query: typed.slice(0, 200), kind: kind === allKinds ? null : kind } }),
    placeholderData: keepPreviousData,
  });
  const questions = query.data?.questions ?? [];
  const inHand = questions.find((question) => question.id === current) ?? questions[0];
  const taken = chosen.size > 0 ? [...chosen.values()] : inHand === undefined ? [] : [inHand];
  // What asks nothing (a note on method) cannot be put into a questionnaire.
  const usable = taken.filter((question) => question.definition !== null);
  const insert = (): void => (usable.length === 0 ? undefined : onInsert(usable));
  const toList = (): void => list.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  useCommand('bank.insert', insert);
  useCommand('lists.filter', () => search.current?.focus());
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <SearchField
          autoFocus
          clearLabel={say('bank.clear')}
          inputRef={search}
          kbd="F"
          label={say('bank.search')}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') toList();
            else if (event.key === 'Escape' && typed === '') onCancel?.();
            else event.continuePropagation();
          }}
          placeholder={say('bank.search')}
          value={typed}
        />
        <Select
          label={say('bank.kind')}
          look="chip"
          onChange={setKind}
          options={[
            { id: allKinds, label: say('bank.kind.all') },
            ...BankKind.options.map((id) => ({ id, label: say(`bank.kind.${id}`) })),
          ]}
          value={kind}
        />
      </div>
      <div className={styles.columns}>
        <div className={styles.list} ref={list}>
          <Loaded query={query}>
            {(data) =>
              data.questions.length === 0 ? (
                <EmptyState what={say(typed === '' ? 'bank.empty' : 'bank.noHits', { query: typed })} />
              ) : (
                <BankList
                  chosen={chosen}
                  current={inHand?.id ?? null}
                  onCurrent={setCurrent}
                  onEnter={insert}
                  onToggle={(question) => {
                    const next = new Map(chosen);
                    if (!next.delete(question.id)) next.set(question.id, question);
                    setChosen(next);
                  }}
                  questions={data.questions}
                />
              )
            }
          </Loaded>
        </div>
        <section aria-label={say('bank.preview')} className={styles.preview}>
          {inHand === undefined ? null : <BankPreview key={inHand.id} question={inHand} />}
          {inHand === undefined ? null : deeds?.(inHand)}
        </section>
      </div>
      <div className={styles.foot}>
        <p className={styles.help} role="status">
          {chosen.size === 0 ? say('bank.help') : say('bank.chosen', { count: chosen.size })}
        </p>
        {onCancel === undefined ? null : <Button onPress={onCancel}>{say('app.cancel')}</Button>}
        <Button
          isDisabled={usable.length === 0}
          kbd={printedKey('Mod+Enter', platform)}
          onPress={insert}
          reason={inHand === undefined ? undefined : say('bank.notAQuestion')}
          variant="main"
        >
          {insertLabel(usable.length)}
        </Button>
      </div>
    </div>
  );
}
