import { useLayoutEffect, useRef, useState } from 'react';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { ThemeBox, useThemes } from '../themes/index.ts';
import styles from './editor.module.css';
import type { Desk } from './minutes-desk.ts';

interface ThemeStripProps {
  readonly desk: Desk;
  readonly lineId: string;
  readonly onClose: () => void;
}

/** The type-ahead for themes under a line. A theme codes the whole line; with Shift another one follows. */
export function ThemeStrip({ desk, lineId, onClose }: ThemeStripProps) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const { themes } = useThemes();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useLayoutEffect(() => input.current?.focus(), []);

  function put(themeId: ThemeId): void {
    const line = desk.store.get().draft.lines.find((one) => one.id === lineId);
    if (line === undefined || line.body.trim() === '') {
      notice.set({ text: say('minutes.noWords'), tone: 'neutral' });
      return;
    }
    desk.keep(lineId);
    void save(() => client.minutes.code({ lineId, themeId }));
  }
  function settle(keepsOpen: boolean): void {
    setText('');
    if (!keepsOpen) onClose();
  }
  async function create(term: string, isWantedAnyway: boolean): Promise<void> {
    const made = await save(() => client.themes.create({ term, language, isWantedAnyway }));
    if (made !== undefined) put(made.themeId);
  }
  return (
    <div className={styles.pick}>
      <ThemeBox
        inputRef={input}
        isOpen
        label={say('minutes.theme')}
        onChoose={(themeId, keepsOpen) => {
          put(themeId);
          settle(keepsOpen);
        }}
        onClose={() => {
          if (document.activeElement === input.current) onClose();
          else desk.open(null);
        }}
        onCreate={(term, isWantedAnyway, keepsOpen) => {
          void create(term, isWantedAnyway);
          settle(keepsOpen);
        }}
        onOpen={() => undefined}
        onTextChange={setText}
        text={text}
        themes={themes}
      />
    </div>
  );
}
