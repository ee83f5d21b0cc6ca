import { useState } from 'react';
import type { DocumentBlock } from '../../../../../shared/contract/reports-document.ts';
import { Checklist } from '../../../../../shared/contract/reports-terms.ts';
import { useText } from '../../../../lib/text.ts';
import { Button } from '../../../../ui/button/Button.tsx';
import { Select } from '../../../../ui/select/Select.tsx';
import type { DraftBlock } from '../blocks-model.ts';
import type { BuilderDesk } from '../builder-desk.ts';
import styles from './pane.module.css';
import { ChecklistDialog } from './ChecklistDialog.tsx';

interface ChecklistPartProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  readonly found: DocumentBlock | undefined;
}

/** Which checklist, and the answers to its items. */
export function ChecklistPart({ desk, block, found }: ChecklistPartProps) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  const checklist = block.options.checklist ?? 'coreq';
  return (
    <section className={styles.part}>
      <Select
        label={say('reports.pane.checklist')}
        onChange={(next) => desk.change(block.id, { options: { ...block.options, checklist: next } })}
        options={Checklist.options.map((id) => ({ id, label: say(`reports.checklist.${id}`) }))}
        value={checklist}
      />
      <Button isDisabled={found === undefined} onPress={() => setOpen(true)} size="bar">
        {say('reports.checklist.open')}
      </Button>
      {isOpen && found !== undefined ? (
        <ChecklistDialog
          block={block}
          desk={desk}
          found={found}
          name={say(`reports.checklist.${checklist}`)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
}
