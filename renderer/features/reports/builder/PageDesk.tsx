import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type CSSProperties, type KeyboardEvent, type RefObject } from 'react';
import type { IntlShape } from 'react-intl';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { hasCaret } from '../../../lib/commands.tsx';
import { useSearchParam } from '../../../lib/route.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { IconButton } from '../../../ui/icon-button/IconButton.tsx';
import { moveInList } from '../../../ui/keyboard/move-in-list.ts';
import { isWritten } from './blocks-model.ts';
import { frontPage, type BuilderDesk } from './builder-desk.ts';
import styles from './sheet.module.css';
import type { DocumentIndex } from './document-index.ts';
import { focusPane } from './focus-pane.ts';
import type { Front } from './FrontPage.tsx';
import { PaperIntlContext } from './OnPaper.tsx';
import { Paper } from './Paper.tsx';
import type { WritingDeeds } from './writing-deeds.ts';

interface PageDeskProps {
  readonly desk: BuilderDesk;
  readonly front: Front;
  /** The house style's colour of headings. */
  readonly accent: string | undefined;
  readonly language: Language;
  readonly index: DocumentIndex;
  readonly deeds: WritingDeeds;
  readonly projectId: ProjectId;
  readonly isPaneOpen: boolean;
  readonly onPane: () => void;
  readonly onAdd: () => void;
  readonly onExport: () => void;
  /** The words of the report's language. */
  readonly intl: IntlShape;
}

/** The desk with the pages on it. One tab stop: the arrows go from block to block, Enter writes. */
export function PageDesk({
  desk,
  front,
  accent,
  language,
  index,
  deeds,
  projectId,
  isPaneOpen,
  onPane,
  onAdd,
  onExport,
  intl,
}: PageDeskProps) {
  const say = useText();
  const frame = useRef<HTMLDivElement>(null);
  useChosen(desk, frame);
  function onKeyDown(event: KeyboardEvent): void {
    if (hasCaret(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
    const { blocks, at } = desk.store.get();
    const order = [frontPage, ...blocks.map(({ id }) => id)];
    const block = blocks.find(({ id }) => id === at);
    const next = moveInList(event.key, { index: order.indexOf(at ?? ''), count: order.length, page: 5 });
    if (next !== null) desk.choose(order[next] ?? null);
    else if (event.key === 'Enter' && block !== undefined && isWritten(block) && isOnBlock(event.target)) desk.write(block.id);
    else if (event.key === 'Enter' && isOnBlock(event.target)) focusPane(isPaneOpen ? () => {} : onPane);
    else return;
    event.preventDefault();
  }
  return (
    <div
      aria-label={say('reports.page')}
      className={styles.desk}
      onKeyDown={onKeyDown}
      ref={frame}
      role="region"
      style={accent === undefined ? undefined : accentStyle(accent)}
    >
      {isPaneOpen ? null : (
        <div className={styles.deskBar}>
          <IconButton icon="rightPane" kbd="P" label={say('reports.pane')} onPress={onPane} />
        </div>
      )}
      <PaperIntlContext value={intl}>
        <Paper deeds={deeds} desk={desk} front={front} index={index} language={language} projectId={projectId} />
      </PaperIntlContext>
      <div className={styles.deskFoot}>
        <Button icon="add" kbd="N" onPress={onAdd}>
          {say('reports.page.add')}
        </Button>
        <Button icon="export" kbd="E" onPress={onExport}>
          {say('reports.export.short')}
        </Button>
      </div>
    </div>
  );
}

/** A custom property is no property that React knows by type. */
function accentStyle(accent: string): CSSProperties {
  return { '--report-accent': accent } as CSSProperties;
}

function isOnBlock(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['block'] !== undefined;
}

/** The chosen block has the focus and is in sight, and stands in the address; the address chooses the first. */
function useChosen(desk: BuilderDesk, frame: RefObject<HTMLDivElement | null>): void {
  const navigate = useNavigate();
  const asked = useSearchParam('block');
  const { at, turn } = desk.store.use();
  const begin = useEffectEvent(() => {
    const { blocks } = desk.store.get();
    const isThere = blocks.some(({ id }) => id === asked);
    desk.choose(isThere && asked !== undefined ? asked : (blocks[0]?.id ?? frontPage));
  });
  useEffect(() => begin(), [desk]);
  useLayoutEffect(() => {
    if (turn === 0 || desk.store.get().writing !== null) return;
    const block = frame.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(desk.store.get().at ?? '')}"]`);
    block?.focus({ preventScroll: true });
    block?.scrollIntoView({ block: 'nearest' });
  }, [desk, turn, frame]);
  const note = useEffectEvent((id: string | null) => {
    if (id === null || id === frontPage || id === asked) return;
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, block: id }), replace: true });
  });
  useEffect(() => {
    // The address follows when the hand rests: arrows held down do not write it at every step.
    const timer = setTimeout(() => note(at), 400);
    return () => clearTimeout(timer);
  }, [at]);
}
