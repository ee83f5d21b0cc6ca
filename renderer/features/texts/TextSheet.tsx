import { type KeyboardEvent, type Ref, type RefObject, useMemo, useState } from 'react';
import type { TextView } from '../../../shared/contract/texts.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { useText } from '../../lib/text.ts';
import { ReadingCaret } from '../../texts/ReadingCaret.tsx';
import { ThemeBox } from '../themes/index.ts';
import { CorrectionBox } from './CorrectionBox.tsx';
import { EdgeHandles } from './EdgeHandles.tsx';
import styles from './TextDesk.module.css';
import type { TextIndex } from './text-index.ts';
import { TextParagraph } from './TextParagraph.tsx';
import { useHighlights } from './use-highlights.ts';
import type { Desk } from './use-text-desk.ts';
import { useTextSheet, type Sheet } from './use-text-sheet.ts';

/** What the sheet with the text needs. */
export interface TextSheetProps {
  readonly view: TextView;
  readonly index: TextIndex;
  readonly desk: Desk;
  readonly handle: Ref<Sheet>;
  readonly frameRef: RefObject<HTMLElement | null>;
  readonly regionRef: RefObject<HTMLDivElement | null>;
  readonly isBeside: boolean;
  readonly hits: Readonly<Record<string, readonly TextRange[]>>;
  /** The part whose words are open for correction, with the caret in the whole text. */
  readonly correcting: { readonly part: number; readonly caret: number } | null;
  readonly onCorrected: (returnsFocus: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The words of a text with its lanes: those parts of it that are near the window. */
export function TextSheet(props: TextSheetProps) {
  const { view, index, desk, handle, frameRef, regionRef, isBeside, hits, correcting, onCorrected, onKeyDown } = props;
  const say = useText();
  const sheet = useTextSheet({ index, frameRef, regionRef, pinned: correcting?.part ?? null, handle });
  const { virtualizer } = sheet;
  const { drawnThemes: themes, box, chosen } = desk;
  const [preview, setPreview] = useState<TextRange | null>(null);
  const items = virtualizer.getVirtualItems();
  const inPage = { start: index.parts[items[0]?.index ?? 0]?.range.start ?? 0, end: index.parts[items.at(-1)?.index ?? 0]?.range.end ?? 0 };
  const marks = useMemo(() => ({ ...hits, 'text-edge': preview === null ? [] : [preview] }), [hits, preview]);
  useHighlights(regionRef, marks, inPage);
  const layout = `${inPage.start} ${inPage.end} ${virtualizer.getTotalSize()} ${items[0]?.start ?? 0}`;
  return (
    <div
      aria-label={say('coding.text.label')}
      className={styles.region}
      onKeyDown={onKeyDown}
      ref={regionRef}
      role="document"
      style={{ blockSize: virtualizer.getTotalSize() + 360 }}
      tabIndex={0}
    >
      {items.map((item) => {
        const part = index.parts[item.index];
        if (part === undefined) return null;
        const has = (range: TextRange): boolean => range.start < part.range.end && range.end > part.range.start;
        return (
          <div
            className={styles.place}
            data-index={item.index}
            key={item.key}
            ref={virtualizer.measureElement}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {correcting?.part === item.index ? (
              <div className={styles.correcting}>
                <CorrectionBox
                  caret={correcting.caret}
                  onDone={(_result, returnsFocus) => onCorrected(returnsFocus)}
                  range={part.range}
                  text={view}
                />
              </div>
            ) : (
              <TextParagraph
                body={view.body}
                chosenId={chosen !== undefined && has(chosen) ? chosen.id : null}
                isBeside={isBeside}
                language={view.language}
                onChoose={desk.chooseById}
                part={part}
                pending={box.pending !== null && has(box.pending) ? box.pending : null}
                themes={themes}
              />
            )}
          </div>
        );
      })}
      {chosen === undefined || chosen.isWhole || correcting !== null ? null : (
        <EdgeHandles
          body={view.body}
          coding={chosen}
          key={chosen.id}
          language={view.language}
          layout={layout}
          onMove={(range) => desk.setRange(chosen, range)}
          onPreview={setPreview}
          placeOf={sheet.placeOf}
          regionRef={regionRef}
        />
      )}
      <div className={styles.box} style={{ insetBlockStart: box.top }}>
        <ThemeBox
          inputRef={desk.boxRef}
          isOpen={box.isOpen}
          label={say('themes.box.label')}
          text={box.text}
          themes={desk.themes}
          {...desk.boxProps}
        />
      </div>
      <ReadingCaret layout={layout} rootRef={regionRef} />
    </div>
  );
}
