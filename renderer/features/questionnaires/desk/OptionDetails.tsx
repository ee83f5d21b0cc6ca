import { useState, type KeyboardEvent } from 'react';
import type { AnswerOption, Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Checkbox } from '../../../ui/checkbox/Checkbox.tsx';
import { IconButton } from '../../../ui/icon-button/IconButton.tsx';
import { NumberField } from '../../../ui/number-field/NumberField.tsx';
import { Popover } from '../../../ui/popover/Popover.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import { readFilterValues, writeFilterValues } from '../design/filter-values.ts';
import { useDeskContext } from './use-desk.ts';
import type { OptionActions } from './option-actions.ts';
import styles from './OptionDetails.module.css';

export interface OptionDetailsProps {
  readonly question: Question;
  readonly option: AnswerOption;
  readonly index: number;
  readonly actions: OptionActions;
}

/** What stands in a field is kept when the field is left, and Esc leaves it together with all the rest. */
function leaveFieldOnEscape({ key, target }: KeyboardEvent): void {
  if (key === 'Escape' && target instanceof HTMLElement) target.blur();
}

/** What an answer is beside its words: its code, its name in expressions, what choosing it does, and what a filter can ask of it. */
export function OptionDetails({ question, option, index, actions }: OptionDetailsProps) {
  const say = useText();
  const desk = useDeskContext();
  const [isTaken, setTaken] = useState(false);
  return (
    <Popover
      label={say('questionnaires.designer.aboutAnswer', { code: option.code })}
      trigger={<IconButton icon="more" label={say('questionnaires.designer.aboutAnswer', { code: option.code })} size="small" />}
    >
      {({ close }) => (
        <div className={styles.form} onKeyDownCapture={leaveFieldOnEscape}>
          <div className={styles.pair}>
            <NumberField
              error={isTaken ? say('questionnaires.designer.codeTaken') : undefined}
              label={say('questionnaires.designer.code')}
              length={4}
              notANumber={(text) => say('interviews.entry.notANumber', { typed: text })}
              onCommit={(code) => {
                const isFree =
                  code !== null && Number.isInteger(code) && !question.options.some((other) => other !== option && other.code === code);
                setTaken(!isFree);
                if (isFree) actions.set(index, { code });
              }}
              value={option.code}
            />
            <TextField
              defaultValue={option.name ?? ''}
              help={say('questionnaires.designer.optionNameHelp')}
              label={say('questionnaires.designer.optionName')}
              onBlur={(event) => {
                const name = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
                if (name !== (option.name ?? '')) actions.set(index, { name: name === '' ? null : name });
              }}
            />
          </div>
          {question.type === 'several' ? (
            <Checkbox isSelected={option.isExclusive} onChange={(isExclusive) => actions.set(index, { isExclusive })}>
              {say('questionnaires.designer.isExclusive')}
            </Checkbox>
          ) : null}
          <Checkbox isSelected={option.asksWhat} onChange={(asksWhat) => actions.set(index, { asksWhat })}>
            {say('questionnaires.designer.asksWhat')}
          </Checkbox>
          <TextField
            defaultValue={writeFilterValues(option.filterValues)}
            help={say('questionnaires.designer.filterValuesHelp')}
            label={say('questionnaires.designer.filterValues')}
            onBlur={(event) => {
              const text = event.target instanceof HTMLInputElement ? event.target.value : '';
              if (text !== writeFilterValues(option.filterValues)) actions.set(index, { filterValues: readFilterValues(text) });
            }}
          />
          <div className={styles.deeds}>
            <Button onPress={() => actions.move(index, index - 1, desk.state.language)} size="bar">
              {say('questionnaires.designer.up')}
            </Button>
            <Button onPress={() => actions.move(index, index + 1, desk.state.language)} size="bar">
              {say('questionnaires.designer.down')}
            </Button>
            <Button
              isDanger
              onPress={() => {
                close();
                actions.remove(index, desk.state.language);
              }}
              size="bar"
              variant="quiet"
            >
              {say('questionnaires.designer.removeAnswer')}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  );
}
