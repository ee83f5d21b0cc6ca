import { type ReactNode, useRef } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { FrameworkScope, FrameworkSort } from '../../../shared/contract/framework.ts';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import { useCommand } from '../../lib/commands.tsx';
import { ChipFilter } from '../../lib/fields/ChipFilter.tsx';
import { platform } from '../../lib/platform.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useContent, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { Select } from '../../ui/select/Select.tsx';
import type { Themes } from '../themes/index.ts';
import styles from './framework.module.css';
import type { MatrixDesk } from './use-matrix-desk.ts';

export type MatrixView = Pick<FrameworkScope, 'filter' | 'sort'>;

export interface MatrixBarProps {
  readonly desk: MatrixDesk;
  readonly known: GridColumns;
  readonly themes: Themes;
  readonly view: MatrixView;
  readonly onView: (view: MatrixView) => void;
  readonly onFinding: () => void;
  readonly onThemes: () => void;
  /** Which matrix it is. */
  readonly start: ReactNode;
}

/** Which rows in which order, how far it has come, and what can be done with the column the current cell is in. */
export function MatrixBar({ desk, known, themes, view, onView, onFinding, onThemes, start }: MatrixBarProps) {
  const say = useText();
  const content = useContent();
  const first = useRef<HTMLDivElement>(null);
  useCommand('lists.filter', () => first.current?.querySelector('button')?.focus());
  const { matrix, progress } = desk.data;
  const answer = view.filter?.answers?.[0];
  const column = known.columns.find((one) => one.variableId === answer?.variableId);
  const byAnswer = known.columns.filter((one) => one.options.length > 0);
  const setFilter = (part: NonNullable<FrameworkScope['filter']>): void => onView({ ...view, filter: { ...view.filter, ...part } });
  const sort = view.sort ?? { by: 'case', direction: 'up' };
  const sortId = sort.by === 'answer' ? (sort.variableId ?? 'case') : sort.by;
  function setSort(id: string): void {
    const known_ = byAnswer.find((one) => one.variableId === id);
    const by = (['case', 'fill', 'service', 'place'] as const).find((one) => one === id);
    const next: FrameworkSort =
      known_ === undefined ? { by: by ?? 'case', direction: 'up' } : { by: 'answer', variableId: known_.variableId, direction: 'up' };
    onView({ ...view, sort: next });
  }
  const themeId = matrix.themeIds[desk.at.column];
  const isFrozen = themeId !== undefined && desk.look.frozen.includes(themeId);
  return (
    <div className={sheet.bar}>
      {start}
      <div className={styles.part} ref={first}>
        {matrix.unit === 'variable' ? null : (
          <>
            <ChipFilter
              every={say('framework.filter.everybody')}
              label={say('framework.filter.by')}
              onChange={(id) => {
                const one = byAnswer.find((other) => other.variableId === id);
                const code = one?.options[0]?.code;
                setFilter({
                  answers: one === undefined || code === undefined ? undefined : [{ variableId: one.variableId, codes: [code] }],
                });
              }}
              options={byAnswer.map((one) => ({ id: one.variableId, label: content(one.title) }))}
              value={answer?.variableId}
            />
            {answer === undefined || column === undefined ? null : (
              <Select
                label={content(column.title)}
                look="chip"
                onChange={(id) => setFilter({ answers: [{ variableId: answer.variableId, codes: [id === 'none' ? null : Number(id)] }] })}
                options={[
                  ...column.options.map(({ code, label }) => ({ id: String(code), label: content(label) })),
                  { id: 'none', label: say('framework.filter.noAnswer') },
                ]}
                value={String(answer.codes[0] ?? 'none')}
              />
            )}
            {known.services.length < 2 ? null : (
              <ChipFilter
                every={say('framework.filter.all')}
                label={say('framework.filter.service')}
                onChange={(id) => setFilter({ serviceIds: id === undefined ? undefined : [id] })}
                options={known.services.map(({ id, name }) => ({ id, label: name }))}
                value={view.filter?.serviceIds?.[0]}
              />
            )}
            <Select
              label={say('framework.sort')}
              look="chip"
              onChange={setSort}
              options={[
                ...(['case', 'fill', 'service', 'place'] as const).map((id) => ({ id: id as string, label: say(`framework.sort.${id}`) })),
                ...byAnswer.map((one) => ({ id: one.variableId as string, label: content(one.title) })),
              ]}
              value={sortId}
            />
            <IconButton
              icon={sort.direction === 'up' ? 'sortAscending' : 'sortDescending'}
              label={say(sort.direction === 'up' ? 'framework.sort.turnDown' : 'framework.sort.turnUp')}
              onPress={() => onView({ ...view, sort: { ...sort, direction: sort.direction === 'up' ? 'down' : 'up' } })}
            />
          </>
        )}
      </div>
      {themeId === undefined ? null : (
        <Menu
          entries={[
            { id: 'freeze', label: say(isFrozen ? 'framework.column.loosen' : 'framework.column.freeze'), kbd: 'K' },
            { id: 'wider', label: say('framework.column.wider'), kbd: 'W' },
            { id: 'narrower', label: say('framework.column.narrower'), kbd: printedKey('Shift+W', platform) },
            { id: 'left', label: say('framework.column.left'), kbd: printedKey('Alt+ArrowLeft', platform) },
            { id: 'right', label: say('framework.column.right'), kbd: printedKey('Alt+ArrowRight', platform) },
            { kind: 'separator', id: 'line' },
            { id: 'themes', label: say('framework.themes.title'), kbd: 'T', icon: 'columns' },
          ]}
          label={say('framework.column')}
          onAction={(id) => {
            if (id === 'freeze') desk.freeze();
            else if (id === 'themes') onThemes();
            else if (id === 'wider' || id === 'narrower') desk.resize(id === 'wider' ? 1 : -1);
            else desk.move(id === 'left' ? -1 : 1);
          }}
          trigger={
            <Button icon="columns" size="bar" variant="quiet">
              {say('framework.column.of', { theme: themes.nameOf(themeId) })}
            </Button>
          }
        />
      )}
      {progress === null ? null : (
        <span className={styles.fill}>
          {say('framework.fillWhole', { done: progress.fill.done, begun: progress.fill.begun, cells: progress.fill.cells })}
        </span>
      )}
      <Button kbd={printedKey('Mod+ArrowDown', platform)} onPress={desk.nextEmpty} size="bar" variant="quiet">
        {say('framework.nextEmpty')}
      </Button>
      <Button icon="finding" kbd="B" onPress={onFinding} size="bar" variant="quiet">
        {say('framework.finding', { n: desk.selected.size })}
      </Button>
    </div>
  );
}
