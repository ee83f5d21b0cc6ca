import type { QuestionSheet } from '../../../shared/contract/meetings.ts';
import type { SheetOwner } from '../../../shared/contract/meetings-parts.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { isCommand } from '../../lib/commands.tsx';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './meetings.module.css';

interface SheetQuestionProps {
  readonly owner: SheetOwner;
  readonly question: QuestionSheet['questions'][number];
  readonly ordinal: number;
  readonly language: Language;
  readonly isHeld: boolean;
}

/** One question on a sheet. Changing it here leaves the bank as it is. */
export function SheetQuestion({ owner, question, ordinal, language, isHeld }: SheetQuestionProps) {
  const say = useText();
  const save = useSave();
  const wording = localised(question.wording, language);
  const typed = useTypedText(wording, (text) => {
    if (text.trim() === '') return;
    void save(() =>
      client.meetings.changeQuestion({ owner, questionId: question.id, wording: { ...question.wording, [language]: text.trim() } }),
    );
  });
  return (
    <li>
      <div
        className={styles.question}
        onKeyDown={(event) => {
          const to = isCommand(event.nativeEvent, 'meetings.moveUp')
            ? 'up'
            : isCommand(event.nativeEvent, 'meetings.moveDown')
              ? 'down'
              : null;
          if (to === null) return;
          event.preventDefault();
          void save(() => client.meetings.moveQuestion({ owner, questionId: question.id, to }));
        }}
        role="presentation"
      >
        <span className={styles.ordinal}>{ordinal}</span>
        <TextField
          isLabelHidden
          label={say('meetings.sheet.question', { n: ordinal })}
          lang={language}
          onBlur={typed.commit}
          onChange={typed.onChange}
          onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
          value={typed.text}
        />
        {isHeld && 'meetingId' in owner ? (
          <Checkbox
            isIndeterminate={question.wasDiscussed === null}
            isSelected={question.wasDiscussed === true}
            onChange={(wasDiscussed) =>
              void save(() => client.meetings.markDiscussed({ meetingId: owner.meetingId, questionId: question.id, wasDiscussed }))
            }
          >
            {say('meetings.sheet.discussed')}
          </Checkbox>
        ) : null}
        <IconButton
          icon="remove"
          label={say('meetings.sheet.remove', { question: wording })}
          onPress={() => void save(() => client.meetings.removeQuestion({ owner, questionId: question.id }))}
          size="small"
        />
      </div>
    </li>
  );
}
