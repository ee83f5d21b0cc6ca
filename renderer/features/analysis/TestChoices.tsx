import { LetterChoice } from '../../../shared/contract/analysis.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { Switch } from '../../ui/switch/Switch.tsx';
import styles from './choices.module.css';
import { usualLetters } from './use-choice-commands.ts';
import type { ViewChange, ViewState } from './view-state.ts';

interface TestChoicesProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly hasGroups: boolean;
}

const { adjust, family, levels } = LetterChoice.shape;

/** How sure the figures are: intervals, and tests with letters, which are off until somebody asks. */
export function TestChoices({ state, change, hasGroups }: TestChoicesProps) {
  const say = useText();
  const { letters } = state;
  const put = (part: Partial<LetterChoice>): void => change({ letters: { ...(letters ?? usualLetters), ...part } });
  return (
    <fieldset className={styles.choiceGroup}>
      <legend>{say('analysis.choice.sureness')}</legend>
      <Switch isSelected={state.hasIntervals} onChange={(hasIntervals) => change({ hasIntervals })}>
        {say('analysis.choice.intervals')}
      </Switch>
      <Switch isDisabled={!state.hasIntervals} isSelected={state.isExact} onChange={(isExact) => change({ isExact })}>
        {say('analysis.choice.exact')}
      </Switch>
      <Switch isDisabled={!hasGroups} isSelected={state.hasTests && hasGroups} onChange={(hasTests) => change({ hasTests })}>
        {say('analysis.choice.tests')}
      </Switch>
      <Switch
        isDisabled={!hasGroups}
        isSelected={letters !== undefined && hasGroups}
        onChange={(isOn) => change({ letters: isOn ? usualLetters : undefined })}
      >
        {say('analysis.choice.letters')}
      </Switch>
      {hasGroups ? null : <p className={styles.choiceHelp}>{say('analysis.choice.testsNeedGroups')}</p>}
      {letters === undefined || !hasGroups ? null : (
        <div className={styles.letterChoices}>
          <Select
            label={say('analysis.letters.adjust')}
            onChange={(id) => put({ adjust: id })}
            options={adjust.options.map((id) => ({ id, label: say(`analysis.letters.adjust.${id}`) }))}
            value={letters.adjust}
          />
          <Select
            label={say('analysis.letters.family')}
            onChange={(id) => put({ family: id })}
            options={family.options.map((id) => ({ id, label: say(`analysis.letters.family.${id}`) }))}
            value={letters.family}
          />
          <Select
            label={say('analysis.letters.levels')}
            onChange={(id) => put({ levels: id })}
            options={levels.options.map((id) => ({ id, label: say(`analysis.letters.levels.${id}`) }))}
            value={letters.levels}
          />
        </div>
      )}
    </fieldset>
  );
}
