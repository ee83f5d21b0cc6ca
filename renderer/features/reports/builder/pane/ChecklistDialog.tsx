import type { DocumentBlock } from '../../../../../shared/contract/reports-document.ts';
import { KeptField } from '../../../../lib/fields/KeptField.tsx';
import { useText } from '../../../../lib/text.ts';
import { Button } from '../../../../ui/button/Button.tsx';
import { Dialog } from '../../../../ui/dialog/Dialog.tsx';
import type { DraftBlock } from '../blocks-model.ts';
import type { BuilderDesk } from '../builder-desk.ts';
import styles from './pane.module.css';

interface ChecklistDialogProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  readonly found: DocumentBlock;
  readonly name: string;
  readonly onClose: () => void;
}

/** Every item of a checklist with its answer; each is saved when it is left. */
export function ChecklistDialog({ desk, block, found, name, onClose }: ChecklistDialogProps) {
  const say = useText();
  const items = itemsOf(found);
  const { answers = {} } = block.options;
  function answer(number: string, words: string): void {
    const now = desk.store.get().blocks.find(({ id }) => id === block.id)?.options ?? block.options;
    const others = Object.fromEntries(Object.entries(now.answers ?? {}).filter(([key]) => key !== number));
    desk.change(block.id, { options: { ...now, answers: words.trim() === '' ? others : { ...others, [number]: words } } });
  }
  return (
    <Dialog
      actions={
        <Button onPress={onClose} variant="main">
          {say('reports.checklist.done')}
        </Button>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('reports.checklistItems.title', { name })}
    >
      <p className={styles.quiet}>{say('reports.checklist.note')}</p>
      <ol className={styles.items}>
        {items.map(({ number, words, shown }) => (
          <li key={number}>
            <KeptField
              label={`${number} ${words}`}
              onSave={(text) => answer(number, text)}
              placeholder={answers[number] === undefined ? shown : ''}
              rows={2}
              value={answers[number] ?? ''}
            />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

interface Item {
  readonly number: string;
  readonly words: string;
  /** What stands in the report now. */
  readonly shown: string;
}

/** The items as the report has them: number, what is asked, what is answered. */
function itemsOf({ parts }: DocumentBlock): readonly Item[] {
  return parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows
          .filter(({ isGroup }) => !isGroup)
          .map(({ cells }) => ({ number: cells[0] ?? '', words: cells[1] ?? '', shown: cells.at(-1) ?? '' }))
      : [],
  );
}
