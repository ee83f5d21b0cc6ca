import type { ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import type { BlockKind } from '../../../../../shared/contract/reports-terms.ts';
import type { ProjectId } from '../../../../../shared/model/ids.ts';
import { useText } from '../../../../lib/text.ts';
import { IconButton } from '../../../../ui/icon-button/IconButton.tsx';
import { blockName } from '../block-name.ts';
import { headingOver, isWritten, sectionOf, type DraftBlock } from '../blocks-model.ts';
import { frontPage, type BuilderDesk } from '../builder-desk.ts';
import styles from './pane.module.css';
import type { DocumentIndex } from '../document-index.ts';
import type { PageDeeds } from '../use-page-deeds.ts';
import { ChangedPart } from './ChangedPart.tsx';
import { ChecklistPart } from './ChecklistPart.tsx';
import { DeedRow } from './DeedRow.tsx';
import { ExhibitPart } from './ExhibitPart.tsx';
import { FilledPart } from './FilledPart.tsx';
import { FrontPart } from './FrontPart.tsx';
import { HeadingPart } from './HeadingPart.tsx';
import { MarksPart } from './MarksPart.tsx';
import { OwnWords } from './OwnWords.tsx';
import { ProblemsPart } from './ProblemsPart.tsx';
import { QuotesPart } from './QuotesPart.tsx';

interface BlockPaneProps {
  readonly onClose: () => void;
  readonly desk: BuilderDesk;
  readonly projectId: ProjectId;
  readonly document: ReportDocument | undefined;
  readonly index: DocumentIndex;
  readonly deeds: PageDeeds;
}

/** Kinds that nothing is said above. */
const withoutWords: ReadonlySet<BlockKind> = new Set(['page-break', 'contents', 'appendix']);

/** What is chosen: where it comes from, what has changed in it, how it is shown, what must be settled, what can be done. */
export function BlockPane({ desk, projectId, document, index, deeds, onClose }: BlockPaneProps) {
  const say = useText();
  const { blocks, at } = desk.store.use();
  const block = blocks.find(({ id }) => id === at);
  if (at === frontPage || block === undefined)
    return (
      <div className={styles.chosen}>
        <Title onClose={onClose}>{say('reports.contents.front')}</Title>
        {document === undefined ? null : <FrontPart document={document} key={document.id} />}
      </div>
    );
  const found = index.byBlock.get(block.id);
  return (
    <div className={styles.chosen} key={block.id}>
      <Title onClose={onClose}>{blockName(block, index, say)}</Title>
      <KindPart block={block} desk={desk} index={index} projectId={projectId} />
      {found === undefined || found.changed === 0 ? null : (
        <ChangedPart block={found} draft={document?.latest?.draft ?? 1} onRead={deeds.read} />
      )}
      {found === undefined ? null : <ProblemsPart block={block} found={found} projectId={projectId} />}
      <QuotesPart blocks={quotesNear(blocks, block)} index={index} isOwn={block.kind === 'quote'} projectId={projectId} />
      {isWritten(block) || withoutWords.has(block.kind) ? null : (
        <OwnWords block={block} desk={desk} key={`words ${block.id}`} lang={document?.language} />
      )}
      <DeedRow block={block} deeds={deeds} />
    </div>
  );
}

function Title({ children, onClose }: { readonly children: string; readonly onClose: () => void }) {
  const say = useText();
  return (
    <header className={styles.chosenHead}>
      <div>
        <p className={styles.quiet}>{say('reports.pane.chosen')}</p>
        <h2 className={styles.chosenName}>{children}</h2>
      </div>
      <IconButton icon="rightPane" kbd="P" label={say('reports.pane.hide')} onPress={onClose} />
    </header>
  );
}

/** The quotes of the chapter that the hand is in; for a quote, itself. */
function quotesNear(blocks: readonly DraftBlock[], block: DraftBlock): readonly DraftBlock[] {
  if (block.kind === 'quote') return [block];
  const heading = headingOver(blocks, block.id);
  if (heading === null) return [];
  const section = sectionOf(blocks, heading.id);
  const end = section.findIndex(({ kind }, at) => at > 0 && kind === 'heading');
  return section.slice(0, end === -1 ? undefined : end).filter(({ kind }) => kind === 'quote');
}

interface KindPartProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  readonly index: DocumentIndex;
  readonly projectId: ProjectId;
}

function KindPart({ desk, block, index, projectId }: KindPartProps) {
  switch (block.kind) {
    case 'heading':
      return <HeadingPart block={block} desk={desk} />;
    case 'text':
      return <MarksPart />;
    case 'exhibit':
      return <ExhibitPart block={block} desk={desk} found={index.byBlock.get(block.id)} projectId={projectId} />;
    case 'checklist':
      return <ChecklistPart block={block} desk={desk} found={index.byBlock.get(block.id)} />;
    case 'finding':
    case 'findings':
    case 'actions':
    case 'meetings':
    case 'methods':
    case 'response':
      return <FilledPart block={block} desk={desk} projectId={projectId} />;
    default:
      return null;
  }
}
