import { useState } from 'react';
import { printedKey } from '../../../../shared/commands/keys.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { useRunCommand } from '../../../lib/commands.tsx';
import { platform } from '../../../lib/platform.ts';
import { useText } from '../../../lib/text.ts';
import { IconButton } from '../../../ui/icon-button/IconButton.tsx';
import { Menu } from '../../../ui/menu/Menu.tsx';
import { KeepDialog } from '../../bank/index.ts';

const deeds = ['duplicate', 'moveUp', 'moveDown', 'moveIn', 'moveOut', 'remove'] as const;
const keys = {
  duplicate: 'Mod+D',
  moveUp: 'Alt+ArrowUp',
  moveDown: 'Alt+ArrowDown',
  moveIn: 'Mod+Shift+ArrowRight',
  moveOut: 'Mod+Shift+ArrowLeft',
  remove: 'Delete',
} as const;

/** What can be done with the question in hand; each has its key too. */
export function QuestionMenu({ question }: { readonly question: Question }) {
  const say = useText();
  const run = useRunCommand();
  const [isKeeping, setKeeping] = useState(false);
  return (
    <>
      <Menu
        entries={[
          ...deeds.map((id) => ({
            id,
            label: say(`command.designer.${id}`),
            kbd: printedKey(keys[id], platform),
            isDanger: id === 'remove',
          })),
          { id: 'keep' as const, label: say('bank.keep') },
        ]}
        label={say('questionnaires.designer.questionMenu')}
        onAction={(id) => (id === 'keep' ? setKeeping(true) : run(`designer.${id}`))}
        placement="bottom end"
        trigger={<IconButton icon="more" label={say('questionnaires.designer.questionMenu')} size="small" />}
      />
      {isKeeping ? <KeepDialog onClose={() => setKeeping(false)} questionId={question.id} /> : null}
    </>
  );
}
