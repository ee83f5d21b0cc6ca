import type { LineConflict } from '../../../shared/contract/minutes.ts';
import { formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './editor.module.css';
import type { Desk } from './minutes-desk.ts';

interface ConflictStripProps {
  readonly desk: Desk;
  readonly conflict: LineConflict;
  readonly name: string;
}

/** Two wrote in one line: both stand in the file already, and one may be taken away. */
export function ConflictStrip({ desk, conflict, name }: ConflictStripProps) {
  const say = useText();
  const language = useLanguage();
  function keepOnly(which: 'mine' | 'theirs'): void {
    const gone = which === 'mine' ? conflict.lineId : conflict.ownLineId;
    const stays = which === 'mine' ? conflict.ownLineId : conflict.lineId;
    const { draft } = desk.store.get();
    const kept = draft.lines.find((line) => line.id === stays);
    desk.settle(conflict.ownLineId);
    desk.edit('remove', {
      draft: { ...draft, lines: draft.lines.filter((line) => line.id !== gone) },
      spot: { lineId: stays, caret: kept?.body.length ?? 0 },
      steps: [{ do: 'remove', lineId: gone }],
    });
  }
  return (
    <div aria-label={name} className={styles.conflict} role="group">
      <p role="alert">
        <Icon name="softCheck" tone="warn" />
        {say('minutes.conflict', { by: conflict.by === '' ? 'none' : conflict.by, time: formatTime(conflict.at, language) })}
      </p>
      <div className={styles.buttons}>
        <Button onPress={() => desk.settle(conflict.ownLineId)} size="bar">
          {say('minutes.conflict.both')}
        </Button>
        <Button onPress={() => keepOnly('mine')} size="bar">
          {say('minutes.conflict.mine')}
        </Button>
        <Button onPress={() => keepOnly('theirs')} size="bar">
          {say('minutes.conflict.theirs')}
        </Button>
      </div>
    </div>
  );
}
