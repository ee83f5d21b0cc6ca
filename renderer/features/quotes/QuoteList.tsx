import { useId, useRef } from 'react';
import type { BackgroundColumn } from '../../../shared/contract/coding.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import type { Themes } from '../themes/index.ts';
import { QuoteHeadingLine } from './QuoteHeadingLine.tsx';
import { QuoteItem } from './QuoteItem.tsx';
import styles from './quotes.module.css';
import { useQuoteList, type QuoteListProps } from './use-quote-list.ts';

interface Props extends QuoteListProps {
  readonly themes: Themes;
  /** Closed questions whose answers stand under each quote, in the order of `beside`. */
  readonly columns: readonly BackgroundColumn[];
  /** Nothing is asked for: an empty list means that nothing is coded. */
  readonly isEverything: boolean;
  readonly onClear: () => void;
}

const keys = [
  { id: 'move', caps: '↓ ↑' },
  { id: 'open', caps: 'Enter' },
  { id: 'select', caps: 'Space' },
  { id: 'keep', caps: 'K' },
  { id: 'finding', caps: 'Mod+Enter' },
] as const;

/** The quotes that were found, thousands of them if need be. The list has the focus; the quote under the hand is named to it. */
export function QuoteList(props: Props) {
  const { themes, columns, isEverything, onClear } = props;
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const list = useQuoteList(props, frame);
  const { pages, selection } = list;
  if (pages.isPending || pages.error !== null)
    return <Loaded query={{ data: undefined, error: pages.error, refetch: pages.refetch }}>{() => null}</Loaded>;
  if (pages.total === 0)
    return isEverything ? (
      <EmptyState how={say('quotes.emptyHow')} what={say('quotes.empty')} />
    ) : (
      <EmptyState action={<Button onPress={onClear}>{say('quotes.clear')}</Button>} how={say('quotes.noneHow')} what={say('quotes.none')} />
    );
  return (
    <>
      <div className={styles.frame} ref={frame}>
        <div
          aria-activedescendant={`${id}-${list.current}`}
          aria-label={say('quotes.list')}
          aria-multiselectable
          className={styles.list}
          onKeyDown={list.onKeyDown}
          role="listbox"
          style={{ blockSize: list.height }}
          tabIndex={0}
        >
          {list.items.map((item) => {
            const line = pages.rowAt(item.index);
            const isOption = line?.kind === 'quote';
            return (
              <div
                {...(isOption
                  ? { 'aria-selected': list.isSelected(line), 'aria-posinset': item.index + 1, 'aria-setsize': pages.total }
                  : {})}
                className={styles.row}
                data-current={item.index === list.current || undefined}
                data-index={item.index}
                data-kind={line?.kind}
                id={`${id}-${item.index}`}
                key={item.key}
                onClick={(event) => {
                  list.goTo(item.index);
                  if (event.ctrlKey || event.metaKey) list.toggle(item.index);
                }}
                onDoubleClick={list.open}
                ref={list.measure}
                role={isOption ? 'option' : 'presentation'}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {line === undefined ? (
                  <span className={styles.waiting} />
                ) : line.kind === 'heading' ? (
                  <QuoteHeadingLine heading={line} themes={themes} />
                ) : (
                  <QuoteItem columns={columns} isSelected={list.isSelected(line)} line={line} themes={themes} />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <div className={styles.foot}>
        <span aria-live="polite">{selection.size === 0 ? '' : say('quotes.selected', { n: selection.size })}</span>
        {selection.size === 0 ? null : (
          <Button onPress={list.finding} size="bar">
            {say('quotes.makeFinding')}
          </Button>
        )}
        {keys.map(({ id: key, caps }) => (
          <span className={styles.key} key={key}>
            <Keycap isSilent keys={caps === 'Space' ? say('quotes.key.space') : caps === '↓ ↑' ? caps : printedKey(caps, platform)} />{' '}
            {say(`quotes.key.${key}`)}
          </span>
        ))}
      </div>
    </>
  );
}
