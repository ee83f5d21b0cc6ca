import type { Theme } from '../../../shared/contract/themes.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { MemoPart } from '../memos/index.ts';
import { MergeLine } from './MergeLine.tsx';
import { SplitPanel } from './SplitPanel.tsx';
import { ThemeCrossing } from './ThemeCrossing.tsx';
import { ThemeForm } from './ThemeForm.tsx';
import { ThemeHead, type ThemeSide } from './ThemeHead.tsx';
import { isUnder } from './theme-moves.ts';
import { ThemePick } from './ThemePick.tsx';
import styles from './ThemesScreen.module.css';
import type { TreeDeeds } from './use-tree-deeds.ts';
import type { Themes } from './use-themes.ts';

/** What the work on one theme needs. */
export interface ThemeDeskProps {
  readonly current: Theme;
  readonly themes: Themes;
  readonly deeds: TreeDeeds;
  /** Stays while one theme after another is looked at. */
  readonly side: ThemeSide;
  readonly onSideChange: (side: ThemeSide) => void;
  readonly focusTree: () => void;
  /** To another theme, when this one is no longer the one at hand. */
  readonly onGo: (themeId: ThemeId) => void;
}

/** One theme: its words or where it was said, and merging, splitting and moving it. */
export function ThemeDesk({ current, themes, deeds, side, onSideChange, focusTree, onGo }: ThemeDeskProps) {
  const say = useText();
  const task = deeds.task?.themeId === current.id ? deeds.task.kind : null;
  useCommand('themes.words', () => onSideChange(side === 'words' ? 'services' : 'words'));
  const end = (): void => {
    deeds.end();
    focusTree();
  };
  const goOn = (themeId: ThemeId): void => {
    deeds.end();
    onGo(themeId);
  };
  function moveUnder(parentId: ThemeId | null): void {
    const place = themes.list.filter((theme) => theme.parentId === parentId && theme.id !== current.id).length;
    void deeds.move(current.id, { parentId, place }).then(end);
  }
  if (task === 'split') return <SplitPanel onCancel={end} onSplit={goOn} theme={current} themes={themes} />;
  return (
    <>
      {task === 'merge' ? <MergeLine onCancel={end} onMerged={goOn} theme={current} themes={themes} /> : null}
      {task === 'under' ? (
        <div className={styles.line}>
          <div className={styles.pick}>
            <ThemePick
              first={current.parentId === null ? undefined : { label: say('themes.moveUnder.top'), onPick: () => moveUnder(null) }}
              isOffered={(other) => !isUnder(themes.list, other.id, current.id) && other.id !== current.parentId}
              label={say('themes.moveUnder.label', { theme: themes.nameOf(current.id) })}
              onCancel={end}
              onPick={moveUnder}
              takesFocus
              themes={themes}
            />
          </div>
          <p className={styles.help}>{say('themes.typeTheme')}</p>
        </div>
      ) : null}
      <div className={styles.form}>
        <ThemeHead onDiscard={deeds.discard} onSideChange={onSideChange} onTask={deeds.begin} side={side} theme={current} themes={themes} />
        {side === 'words' ? (
          <>
            <ThemeForm onDone={focusTree} theme={current} themes={themes} />
            <MemoPart key={current.id} on={{ kind: 'theme', id: current.id }} onEscape={focusTree} />
          </>
        ) : (
          <ThemeCrossing name={themes.nameOf(current.id)} themeId={current.id} />
        )}
      </div>
    </>
  );
}
