import type { ReportFormat } from '../../../../shared/contract/reports.ts';
import type { ReportDocument } from '../../../../shared/contract/reports-document.ts';
import { useText, type Say } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { IconButton } from '../../../ui/icon-button/IconButton.tsx';
import { Menu } from '../../../ui/menu/Menu.tsx';
import { headingOver } from './blocks-model.ts';
import type { BuilderDesk } from './builder-desk.ts';
import styles from './builder.module.css';
import { blockedBlocks, type DocumentIndex } from './document-index.ts';

interface ExportFootProps {
  readonly desk: BuilderDesk;
  readonly document: ReportDocument | undefined;
  readonly index: DocumentIndex;
  readonly onExport: (format: ReportFormat) => void;
}

const others = ['pdf', 'pptx', 'xlsx', 'html'] as const;

/** The main action, and why it cannot be done yet. */
export function ExportFoot({ desk, document, index, onExport }: ExportFootProps) {
  const say = useText();
  const reason = reasonOf(desk, document, index, say);
  const isHeld = reason !== null;
  return (
    <div className={styles.foot}>
      <div className={styles.footButtons}>
        <Button
          isDisabled={isHeld}
          kbd="E"
          onPress={() => onExport('docx')}
          variant="main"
          {...(isHeld ? { 'aria-describedby': 'export-reason' } : {})}
        >
          {say('reports.export.word')}
        </Button>
        <Menu
          entries={others.map((id) => ({ id, label: say(`reports.export.${id}`), isDisabled: isHeld }))}
          label={say('reports.export.others')}
          onAction={onExport}
          placement="top end"
          trigger={<IconButton icon="unfold" isDisabled={document === undefined} label={say('reports.export.others')} />}
        />
      </div>
      {reason === null ? null : (
        <p className={styles.footReason} id="export-reason">
          {reason}
        </p>
      )}
    </div>
  );
}

const named = ['quote-not-cleared', 'quote-withdrawn', 'exhibit-stopped', 'exhibit-gone'] as const;

/** Why nothing can be written out; null when it can. */
export function reasonOf(desk: BuilderDesk, document: ReportDocument | undefined, index: DocumentIndex, say: Say): string | null {
  if (document === undefined) return say('reports.export.counting');
  if (document.blocks.length === 0) return say('reports.export.emptyReport');
  const [first] = blockedBlocks(document);
  if (first === undefined) return null;
  const code = first.problems.find(({ isBlocking }) => isBlocking)?.code;
  const reason = named.find((one) => one === code) ?? 'other';
  return say(`reports.export.blocked.${reason}`, { place: placeOf(desk, first.id, index, say) });
}

function placeOf(desk: BuilderDesk, blockId: string, index: DocumentIndex, say: Say): string {
  const heading = headingOver(desk.store.get().blocks, blockId);
  if (heading === null) return say('reports.export.placeFront');
  const number = index.headings.get(heading.id);
  return number === undefined ? say('reports.export.placeNamed', { name: heading.body }) : say('reports.export.place', { number });
}
