import { useEffect, useRef, useState } from 'react';
import { questionsOf } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { ComboBox } from '../../../ui/combo-box/ComboBox.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { matchQuestions } from '../design/completion.ts';
import { useDeskContext } from './use-desk.ts';

/** A question by its number, its name or a word of it: Enter takes it in hand, Esc goes back to where one was. */
export function GoToDialog() {
  const say = useText();
  const desk = useDeskContext();
  const { language } = desk.state;
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const hits = matchQuestions(questionsOf(desk.version), typed.trim(), (question) => localised(question.wording, language));
  const close = (): void => desk.change({ isGoToOpen: false });
  const go = (id: string): void => {
    close();
    // A dialog holds focus until it is gone.
    setTimeout(() => desk.open(desk.design.store.keyOf(id)), 0);
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => (isOpen ? undefined : close())} title={say('questionnaires.designer.goTo')}>
      <ComboBox
        countText={say('questionnaires.designer.goToHits', { count: hits.length })}
        inputRef={input}
        isLabelHidden
        label={say('questionnaires.designer.goTo')}
        onCancel={close}
        onChoose={go}
        onTextChange={setTyped}
        opensOnFocus
        options={hits.map((question) => ({
          id: question.id,
          label: `${question.number} ${localised(question.wording, language) || question.name}`.trim(),
        }))}
        placeholder={say('questionnaires.designer.goToHint')}
        text={typed}
      />
    </Dialog>
  );
}
