import { memo, useRef, type MouseEvent } from 'react';
import type { DocumentBlock } from '../../../../shared/contract/reports-document.ts';
import { useText } from '../../../lib/text.ts';
import { PartView } from '../page/PartView.tsx';
import styles from './sheet.module.css';
import { isWritten, type DraftBlock } from './blocks-model.ts';
import type { BuilderDesk } from './builder-desk.ts';
import { BlockField } from './BlockField.tsx';
import { BlockProblems } from './BlockProblems.tsx';
import type { Referable } from './document-index.ts';
import { caretOnPage } from './field-place.ts';
import { OnPaper } from './OnPaper.tsx';
import { shownReferences } from './reference-names.ts';
import { TextView } from './TextView.tsx';
import type { WritingDeeds } from './writing-deeds.ts';

export interface PageBlockProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  /** What the report has of it; undefined until it has been counted. */
  readonly found: DocumentBlock | undefined;
  readonly name: string;
  /** "Tabell 7, del 14 av 40". */
  readonly label: string;
  readonly number: string | null;
  readonly firstNote: number;
  readonly isCurrent: boolean;
  readonly isWriting: boolean;
  readonly lang: string;
  readonly referables: readonly Referable[];
  readonly deeds: WritingDeeds;
  readonly projectId: string;
}

/** One block on the page: what it shows, a ring when it is chosen, and the field while it is written in. */
export const PageBlock = memo(function PageBlock(props: PageBlockProps) {
  const { desk, block, found, name, label, number, firstNote, isCurrent, isWriting, lang, referables, deeds, projectId } = props;
  const say = useText();
  const view = useRef<HTMLDivElement>(null);
  const placeholder = say(block.kind === 'heading' ? 'reports.page.headingHere' : 'reports.page.writeHere');
  function onClick(event: MouseEvent): void {
    if (isWriting || window.getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest('a, button') !== null) return;
    if (!isWritten(block)) desk.choose(block.id);
    else {
      const shown = shownReferences(block.body, referables);
      desk.write(block.id, view.current === null ? 'end' : caretOnPage(view.current, shown, event.clientX, event.clientY));
    }
  }
  return (
    <div
      aria-current={isCurrent || undefined}
      aria-label={label}
      className={styles.block}
      data-block={block.id}
      data-changed={(found?.changed ?? 0) > 0 || undefined}
      data-kind={block.kind}
      data-level={block.options.level}
      data-writing={isWriting || undefined}
      onClick={onClick}
      role="group"
      tabIndex={isCurrent && !isWriting ? 0 : -1}
    >
      {isWriting ? (
        <BlockField
          block={block}
          desk={desk}
          deeds={deeds}
          label={say('reports.field', { name })}
          lang={lang}
          placeholder={placeholder}
          referables={referables}
        />
      ) : (
        <div lang={lang} ref={view}>
          {isWritten(block) ? (
            <OnPaper>
              <TextView block={block} firstNote={firstNote} number={number} placeholder={placeholder} />
            </OnPaper>
          ) : (
            <Shown block={block} found={found} name={name} />
          )}
        </div>
      )}
      {found === undefined || found.problems.length === 0 ? null : (
        <BlockProblems block={block} problems={found.problems} projectId={projectId} />
      )}
    </div>
  );
});

/** What a block that is filled in shows, or what will stand there. */
function Shown({ block, found, name }: { readonly block: DraftBlock; readonly found: DocumentBlock | undefined; readonly name: string }) {
  const say = useText();
  if (block.kind === 'page-break') return <p className={styles.pageBreak}>{say('reports.page.break')}</p>;
  // Changed here a moment ago, and on its way.
  if (found === undefined) return <p className={styles.placeholder}>{say('reports.page.counting', { name: block.label || name })}</p>;
  // A table that may not stand is missed by its name; words that may not are not told.
  if (found.parts.length === 0 && found.problems.length > 0 && block.kind === 'exhibit')
    return <p className={styles.missed}>{block.label || name}</p>;
  if (found.parts.length === 0 && found.problems.length === 0)
    return (
      <p className={styles.placeholder}>
        {name}. {say('reports.page.nothing')}
      </p>
    );
  return (
    <OnPaper>
      {found.parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- parts have nothing but their order
        <PartView key={at} part={part} />
      ))}
    </OnPaper>
  );
}
