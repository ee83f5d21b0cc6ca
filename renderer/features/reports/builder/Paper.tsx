import { useMemo } from 'react';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { footnotesOf } from '../page/MarkedText.tsx';
import { ReferableContext } from '../page/Runs.tsx';
import { blockName } from './block-name.ts';
import type { DraftBlock } from './blocks-model.ts';
import type { BuilderDesk } from './builder-desk.ts';
import styles from './sheet.module.css';
import { FrontPage, type Front } from './FrontPage.tsx';
import type { DocumentIndex } from './document-index.ts';
import { PageBlock } from './PageBlock.tsx';
import { sheetsOf } from './sheets.ts';
import type { WritingDeeds } from './writing-deeds.ts';

interface PaperProps {
  readonly desk: BuilderDesk;
  readonly front: Front;
  readonly language: Language;
  readonly index: DocumentIndex;
  readonly deeds: WritingDeeds;
  readonly projectId: ProjectId;
}

/** The report as white pages: a wide table lies on a page of its own, and a page break begins another. */
export function Paper({ desk, front, language, index, deeds, projectId }: PaperProps) {
  const say = useText();
  const { blocks, at, writing } = desk.store.use();
  const notes = useMemo(() => firstNotes(blocks), [blocks]);
  const sheets = sheetsOf(blocks, index);
  const place = new Map(blocks.map(({ id }, order) => [id, order + 1]));
  return (
    <ReferableContext value={index.referables}>
      {sheets.map((sheet, number) => (
        <div className={styles.sheet} data-landscape={sheet.isLandscape || undefined} key={number === 0 ? 'first' : sheet.blocks[0]?.id}>
          {number === 0 ? <FrontPage desk={desk} front={front} isCurrent={at === 'front'} language={language} /> : null}
          {sheet.isLandscape ? <p className={styles.sheetNote}>{say('reports.page.landscape')}</p> : null}
          {sheet.blocks.map((block) => {
            const name = blockName(block, index, say);
            return (
              <PageBlock
                block={block}
                deeds={deeds}
                desk={desk}
                firstNote={notes.get(block.id) ?? 1}
                found={index.byBlock.get(block.id)}
                isCurrent={at === block.id}
                isWriting={writing?.blockId === block.id}
                key={block.id}
                label={say('reports.page.block', { name, index: place.get(block.id) ?? 0, count: blocks.length })}
                lang={language}
                name={name}
                number={index.headings.get(block.id) ?? null}
                projectId={projectId}
                referables={index.referables}
              />
            );
          })}
          {blocks.length === 0 ? <p className={styles.placeholder}>{say('reports.page.empty')}</p> : null}
        </div>
      ))}
    </ReferableContext>
  );
}

/** Number of the first footnote of each text: they are counted through the report. */
function firstNotes(blocks: readonly DraftBlock[]): ReadonlyMap<string, number> {
  let next = 1;
  const starts = new Map<string, number>();
  for (const { id, kind, body } of blocks) {
    starts.set(id, next);
    if (kind === 'text') next += footnotesOf(body);
  }
  return starts;
}
