import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { ThemePick } from './ThemePick.tsx';
import styles from './ThemesScreen.module.css';
import type { Themes } from './use-themes.ts';

/** What merging a theme into another needs. */
export interface MergeLineProps {
  readonly theme: Theme;
  readonly themes: Themes;
  /** The theme that stands afterwards. */
  readonly onMerged: (intoId: ThemeId) => void;
  readonly onCancel: () => void;
}

/** Chooses what a theme is merged with, says what will be, and merges. One step to undo, so no question is asked unless they differ. */
export function MergeLine({ theme, themes, onMerged, onCancel }: MergeLineProps) {
  const say = useText();
  const save = useSave();
  const [intoId, setIntoId] = useState<ThemeId | null>(null);
  const together = useQuery({
    ...orpc.themes.together.queryOptions({ input: { themeId: theme.id, intoId: intoId ?? theme.id } }),
    enabled: intoId !== null,
  });
  async function merge(into: ThemeId): Promise<void> {
    if ((await save(() => client.themes.merge({ themeId: theme.id, intoId: into, isConfirmed: true }))) !== undefined) onMerged(into);
  }
  const name = themes.nameOf(theme.id);
  if (intoId === null)
    return (
      <div className={styles.line}>
        <div className={styles.pick}>
          <ThemePick
            isOffered={(other) => other.id !== theme.id}
            label={say('themes.mergeInto', { theme: name })}
            onCancel={onCancel}
            onPick={setIntoId}
            takesFocus
            themes={themes}
          />
        </div>
        <p className={styles.help}>{say('themes.typeTheme')}</p>
      </div>
    );
  const facts = together.data;
  if (facts === undefined) return null;
  const { differs } = facts;
  return (
    <div
      className={styles.line}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      role="presentation"
    >
      <p className={styles.sentence}>{say('themes.merge.what', { theme: name, into: themes.nameOf(intoId), persons: facts.persons })}</p>
      {differs === null ? null : (
        <p className={styles.caution} role="alert">
          <Icon name="softCheck" size={14} />
          <span>{say('themes.merge.differs', { note: differs.note ?? 'none' })}</span>
        </p>
      )}
      <div className={styles.deeds}>
        <Button autoFocus={differs !== null} onPress={() => setIntoId(null)}>
          {say('themes.merge.other')}
        </Button>
        <Button autoFocus={differs === null} onPress={() => void merge(intoId)} variant="main">
          {say(differs === null ? 'themes.merge.do' : 'themes.merge.anyway')}
        </Button>
      </div>
    </div>
  );
}
