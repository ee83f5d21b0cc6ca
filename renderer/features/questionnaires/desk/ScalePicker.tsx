import { useRef, useState } from 'react';
import type { ScaleSummary } from '../../../../shared/contract/questionnaires.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { ComboBox } from '../../../ui/combo-box/ComboBox.tsx';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import { optionSpecs } from '../design/edit-options.ts';
import { changeQuestion } from './desk-actions.ts';
import { ScaleDialog } from './ScaleDialog.tsx';
import styles from './ScalePicker.module.css';
import { useDeskContext } from './use-desk.ts';

const newScale = 'new';

/** The scale of a question, chosen by typing, made new or changed; its answers stand below to read. */
export function ScalePicker({ question }: { readonly question: Question }) {
  const say = useText();
  const desk = useDeskContext();
  const { language } = desk.state;
  const [typed, setTyped] = useState<string | null>(null);
  const [dialog, setDialog] = useState<ScaleSummary | typeof newScale | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const current = desk.scales.find((scale) => scale.id === question.scaleId);
  const wanted = (typed ?? '').toLowerCase();
  const ends = (scale: ScaleSummary): string =>
    [scale.options[0], scale.options.at(-1)].map((option) => localised(option?.label ?? {}, language)).join(' – ');
  const hits = desk.scales
    .filter((scale) => typed === null || `${scale.name} ${ends(scale)}`.toLowerCase().includes(wanted))
    // The one it has comes first, so that Enter leaves it as it is.
    .toSorted((a, b) => Number(b.id === question.scaleId) - Number(a.id === question.scaleId));
  // Answers of the question's own become a scale with one key.
  const isOwn = question.scaleId === null && question.options.length > 1;
  const choices = [
    ...hits.map((scale) => ({
      id: scale.id,
      label: scale.name,
      detail: say('questionnaires.designer.steps', { count: scale.options.length }),
    })),
    { id: newScale, label: say(isOwn ? 'questionnaires.designer.scaleOfAnswers' : 'questionnaires.designer.newScale') },
  ];
  const key = desk.design.store.keyOf(question.id);
  const take = (id: string): void => {
    setTyped(null);
    if (id === newScale) {
      setDialog(newScale);
      return;
    }
    if (id !== question.scaleId) changeQuestion(desk, question, { scaleId: id });
    // A grid's row still needs its words.
    const needsWords = Object.values(question.wording).every((words) => words === '');
    desk.open(key, needsWords ? 'wording' : 'row');
  };
  return (
    <div className={styles.picker} data-part="scale">
      <div className={styles.line}>
        <div className={styles.box}>
          <ComboBox
            countText={say('questionnaires.designer.scaleHits', { count: hits.length })}
            inputRef={input}
            isLabelHidden
            label={say('questionnaires.type.scale')}
            onCancel={() => {
              setTyped(null);
              desk.open(key);
            }}
            onChoose={take}
            onTextChange={setTyped}
            opensOnFocus
            options={isOwn && typed === null ? [...choices.slice(-1), ...choices.slice(0, -1)] : choices}
            placeholder={say('questionnaires.designer.chooseScale')}
            text={typed ?? current?.name ?? ''}
          />
        </div>
        {current === undefined ? null : (
          <Button onPress={() => setDialog(current)} size="bar" variant="quiet">
            {say('questionnaires.designer.changeScale')}
          </Button>
        )}
      </div>
      <ol className={styles.answers}>
        {question.options.map((option) => (
          <li className={styles.answer} key={option.code}>
            <Keycap keys={String(option.code)} />
            {desk.shown.map((shown) => (
              <span className={styles.words} key={shown} lang={shown}>
                {localised(option.label, shown)}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {dialog === null ? null : (
        <ScaleDialog
          languages={desk.version.languages}
          onClose={(scaleId) => {
            setDialog(null);
            if (scaleId !== null) changeQuestion(desk, question, { scaleId });
            desk.open(key);
          }}
          projectId={desk.projectId}
          scale={dialog === newScale ? null : dialog}
          startsWith={isOwn ? optionSpecs(question.options) : []}
          suggestedName={typed ?? ''}
        />
      )}
    </div>
  );
}
