import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import type { ThemeSegment } from '../../../shared/contract/themes-tree.ts';
import { CodingId, type ThemeId } from '../../../shared/model/ids.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { ThemePick } from './ThemePick.tsx';
import styles from './ThemesScreen.module.css';
import type { Themes } from './use-themes.ts';

/** What splitting a theme needs. */
export interface SplitPanelProps {
  readonly theme: Theme;
  readonly themes: Themes;
  /** The theme the chosen went to. */
  readonly onSplit: (toId: ThemeId) => void;
  readonly onCancel: () => void;
}

const limit = 500;

/** The theme's utterances as a list: some are chosen, and go to another theme or a new one in one step. */
export function SplitPanel({ theme, themes, onSplit, onCancel }: SplitPanelProps) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState(false);
  const box = useRef<HTMLElement>(null);
  const table = useRef<DataTableHandle>(null);
  const query = useQuery({
    ...orpc.themes.segments.queryOptions({ input: { themeId: theme.id, limit, ...(typed === '' ? {} : { typed }) } }),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.segments ?? [];
  const firstId = rows[0]?.codingId;
  const isArriving = useRef(true);
  useEffect(() => {
    if (!isArriving.current || query.data === undefined) return;
    isArriving.current = false;
    if (firstId === undefined) box.current?.querySelector<HTMLElement>('button')?.focus();
    else table.current?.focusRow(firstId);
  }, [query.data, firstId]);
  const focusTarget = (): void => box.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  useCommand('lists.selectAll', () => setChosen(new Set(rows.map(({ codingId }) => codingId))));
  useCommand('lists.filter', () => box.current?.querySelector<HTMLElement>('[type=search]')?.focus());
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.target instanceof HTMLInputElement) return;
    event.stopPropagation();
    onCancel();
  }
  async function split(to: { readonly themeId: ThemeId } | { readonly term: string }): Promise<void> {
    if (chosen.size === 0) {
      setRefused(true);
      return;
    }
    const codingIds = [...chosen].map((id) => CodingId.parse(id));
    const target = 'themeId' in to ? to : { ...to, language };
    const result = await save(() => client.themes.split({ themeId: theme.id, codingIds, to: target }));
    if (result !== undefined) onSplit(result.themeId);
  }
  const name = themes.nameOf(theme.id);
  return (
    <section aria-label={say('themes.split.title', { theme: name })} className={styles.split} onKeyDown={onKeyDown} ref={box}>
      <div className={styles.splitHead}>
        <h2 className={styles.heading}>{say('themes.split.title', { theme: name })}</h2>
        <Button kbd="Esc" onPress={onCancel} size="bar">
          {say('themes.cancel')}
        </Button>
      </div>
      <p className={styles.help}>{say('themes.split.how', { all: printedKey('Mod+A', platform) })}</p>
      <Loaded query={query}>
        {({ segments, total }) =>
          total === 0 && typed === '' ? (
            <EmptyState what={say('themes.split.empty')} />
          ) : (
            <>
              <SearchField
                clearLabel={say('themes.clear')}
                kbd={printedKey('F', platform)}
                label={say('themes.split.find')}
                onChange={setTyped}
                placeholder={say('themes.split.find')}
                value={typed}
              />
              <div className={styles.segments}>
                <DataTable<ThemeSegment>
                  columns={columnsFor(say)}
                  empty={<p className={styles.help}>{say('themes.split.noHit')}</p>}
                  handleRef={table}
                  label={say('themes.split.list')}
                  onOpen={focusTarget}
                  opensOn="doubleClick"
                  rowKey={(row) => row.codingId}
                  rows={segments}
                  selection={{
                    keys: chosen,
                    onChange: (keys) => {
                      setRefused(false);
                      setChosen(keys);
                    },
                    header: say('themes.split.chosen'),
                    rowLabel: (row) => say('themes.split.choose', { who: whoOf(row) }),
                  }}
                />
              </div>
              {total <= segments.length ? null : <p className={styles.help}>{say('themes.split.first', { n: segments.length, total })}</p>}
              <div className={styles.splitFoot}>
                <p aria-live="polite" className={styles.counted}>
                  {say('themes.split.count', { chosen: chosen.size, total })}
                </p>
                <div className={styles.pick}>
                  <ThemePick
                    isOffered={(other) => other.id !== theme.id}
                    label={say('themes.split.to')}
                    make={{ label: (term) => say('themes.newNamed', { term }), onPick: (term) => void split({ term }) }}
                    onCancel={onCancel}
                    onPick={(themeId) => void split({ themeId })}
                    themes={themes}
                  />
                </div>
                {refused ? (
                  <p className={styles.refused} role="alert">
                    {say('themes.split.none')}
                  </p>
                ) : null}
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function whoOf({ code, question, title }: ThemeSegment): string {
  return code === null ? (title ?? '') : `${code}${question === null ? '' : `/${question}`}`;
}

function columnsFor(say: ReturnType<typeof useText>): DataColumn<ThemeSegment>[] {
  return [
    {
      id: 'who',
      header: say('themes.split.who'),
      render: (row) => <span className={styles.who}>{whoOf(row)}</span>,
      width: '6rem',
      isRowHeader: true,
      isNumeric: true,
    },
    {
      id: 'words',
      header: say('themes.split.words'),
      render: (row) => <span lang={row.language}>{row.words}</span>,
      isWords: true,
      width: '100%',
    },
    {
      id: 'tone',
      header: say('themes.crossing.polarity'),
      render: (row) => (row.polarity === null ? '' : say(`themes.crossing.polarity.${row.polarity}`)),
      width: '6rem',
    },
    {
      id: 'coder',
      header: say('themes.split.coder'),
      render: (row) => (row.isAgreed ? say('themes.split.agreed') : row.coder),
      width: '9rem',
    },
  ];
}
