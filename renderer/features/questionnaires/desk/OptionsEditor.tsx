import { useState, type KeyboardEvent } from 'react';
import { printedCode, yesCode, type AnswerOption, type Question } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { platform } from '../../../lib/platform.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import { optionDeed } from '../design/designer-keys.ts';
import { isMissing } from '../design/texts.ts';
import { optionActions, type OptionActions } from './option-actions.ts';
import { OptionDetails } from './OptionDetails.tsx';
import styles from './OptionsEditor.module.css';
import { useDeskContext } from './use-desk.ts';
import { Words } from './Words.tsx';

export interface OptionsEditorProps {
  readonly question: Question;
  /** Yes and no: only their words can be written. */
  readonly isFixed?: boolean;
}

/** The answers of a question in place: Enter goes on to the next, pasted lines become answers, Enter on an empty one ends. */
export function OptionsEditor({ question, isFixed = false }: OptionsEditorProps) {
  const say = useText();
  const desk = useDeskContext();
  const actions = optionActions(desk, question);
  const drag = useDragOrder(actions, desk.state.language);
  const rows: (AnswerOption | null)[] = isFixed ? question.options : [...question.options, null];
  return (
    <div className={styles.options} style={{ '--languages': desk.shown.length } as React.CSSProperties}>
      {desk.shown.length > 1 ? (
        <div aria-hidden className={styles.head}>
          <span />
          {desk.shown.map((language) => (
            <span key={language}>{say(`interviews.language.${language}`)}</span>
          ))}
        </div>
      ) : null}
      <ol aria-label={say('questionnaires.designer.answers')} className={styles.list}>
        {rows.map((option, index) => (
          // The place is the identity: the empty line becomes the answer that is written in it.
          <li
            className={styles.row}
            data-drop={drag.over === index || undefined}
            key={index}
            onDragOver={(event) => drag.onOver(event, index)}
            onDrop={() => drag.onDrop(index)}
          >
            <span className={styles.code}>
              {option === null ? <Icon name="add" size={14} /> : <Keycap keys={printedCode(question, option.code)} />}
            </span>
            {desk.shown.map((language) => (
              <Words
                index={index}
                isMissing={option !== null && isMissing(option.label, language)}
                key={language}
                label={labelOf(say, option === null ? null : option.code, language, desk.shown.length)}
                language={language}
                look="option"
                onKeyDown={(event) => onKeyDown(event, { actions, options: question.options, index, language, isFixed })}
                onLeave={() => void desk.design.store.flush()}
                onPaste={(event) => {
                  if (!isFixed && actions.paste(index, language, event.clipboardData.getData('text/plain'))) event.preventDefault();
                }}
                onType={(words) => actions.write(index, language, words.replaceAll(/\n/gu, ' '))}
                part="options"
                placeholder={placeholderOf(say, option, language === desk.shown[0], isFixed)}
                value={option?.label[language] ?? ''}
              />
            ))}
            {option === null || isFixed ? null : (
              <span className={styles.end}>
                {option.isExclusive ? <span className={styles.mark}>{say('questionnaires.exclusive')}</span> : null}
                {option.asksWhat ? <span className={styles.mark}>{say('questionnaires.asksWhat')}</span> : null}
                <OptionDetails actions={actions} index={index} option={option} question={question} />
                <span
                  aria-hidden
                  className={styles.handle}
                  draggable
                  onDragEnd={drag.onEnd}
                  onDragStart={(event) => drag.onStart(event, index)}
                >
                  <Icon name="drag" size={14} />
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function labelOf(say: ReturnType<typeof useText>, code: number | null, language: Language, count: number): string {
  const name = code === null ? say('questionnaires.designer.newAnswer') : say('questionnaires.designer.answerCode', { code });
  return count > 1 ? `${name}, ${say(`interviews.language.${language}`)}` : name;
}

/** A new answer asks for its words once; yes and no have words of their own until others are written. */
function placeholderOf(
  say: ReturnType<typeof useText>,
  option: AnswerOption | null,
  isFirst: boolean,
  isFixed: boolean,
): string | undefined {
  if (option === null) return isFirst ? say('questionnaires.designer.newAnswer') : undefined;
  const isPlain = Object.values(option.label).every((words) => words === '');
  return isPlain && isFixed ? say(option.code === yesCode ? 'questionnaires.yes' : 'questionnaires.no') : undefined;
}

interface KeyPlace {
  readonly actions: OptionActions;
  readonly options: readonly AnswerOption[];
  readonly index: number;
  readonly language: Language;
  readonly isFixed: boolean;
}

function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, { actions, options, index, language, isFixed }: KeyPlace): void {
  if (event.nativeEvent.isComposing) return;
  const deed = optionDeed(event, {
    index,
    count: options.length,
    isEmpty: event.currentTarget.value === '',
    hasWords: Object.values(options[index]?.label ?? {}).some((words) => words !== ''),
    isFixed,
    isMac: platform === 'mac',
  });
  if (deed === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (deed.do === 'go') actions.focus(deed.to, language);
  else if (deed.do === 'move') actions.move(index, deed.to, language);
  else if (deed.do === 'remove') actions.remove(index, language);
  else {
    if (deed.dropsThis) actions.remove(index, language);
    actions.end();
  }
}

/** Answers in another order by the mouse; the keys are Alt and an arrow. */
function useDragOrder(actions: OptionActions, language: Language) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  return {
    over: dragged === null ? null : over,
    onStart: (event: React.DragEvent, index: number): void => {
      event.dataTransfer.effectAllowed = 'move';
      setDragged(index);
    },
    onOver: (event: React.DragEvent, index: number): void => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(index);
    },
    onDrop: (index: number): void => {
      if (dragged !== null) actions.move(dragged, index > dragged ? index - 1 : index, language);
      end();
    },
    onEnd: end,
  };
}
