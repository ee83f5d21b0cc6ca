import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { SummaryFigure } from '../../../shared/model/exhibit.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { Switch } from '../../ui/switch/Switch.tsx';
import styles from './choices.module.css';
import { toggleWave } from './banner-parts.ts';
import { hasAnswerFigures } from './definitions.ts';
import { TestChoices } from './TestChoices.tsx';
import type { AnswerFigure, ViewChange, ViewState } from './view-state.ts';

interface ChoicesPopoverProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly rows: AnalysisVariable | null;
  readonly hasGroups: boolean;
  /** The project has weights that may be used. */
  readonly hasWeighting: boolean;
}

const answerFigures = SummaryFigure.exclude(['index']).options;
const orders = ['given', 'size', 'net'] as const;

/** Everything about a table that is not its wells: what stands in it, how sure it is, and in what order. */
export function ChoicesPopover({ state, change, rows, hasGroups, hasWeighting }: ChoicesPopoverProps) {
  const say = useText();
  const isBattery = rows?.kind === 'grid';
  const toggleFigure = (figure: AnswerFigure, isOn: boolean): void =>
    change({ figures: answerFigures.filter((one) => (one === figure ? isOn : state.figures.includes(one))) });
  return (
    <Popover
      label={say('analysis.choice.title')}
      trigger={
        <Button icon="scale" size="bar">
          {say('analysis.choice.title')}
        </Button>
      }
    >
      <div className={styles.choices}>
        {isBattery ? (
          <Select
            label={say('analysis.choice.summary')}
            onChange={(id) => change({ summary: id === 'shares' ? undefined : SummaryFigure.parse(id) })}
            options={['shares', ...SummaryFigure.options].map((id) => ({ id, label: say.any(`analysis.figure.${id}`) }))}
            value={state.summary ?? 'shares'}
          />
        ) : null}
        {hasAnswerFigures(rows) && state.summary === undefined ? (
          <fieldset className={styles.choiceGroup}>
            <legend>{say('analysis.choice.figures')}</legend>
            <div className={styles.choiceColumns}>
              {answerFigures.map((figure) => (
                <Checkbox isSelected={state.figures.includes(figure)} key={figure} onChange={(isOn) => toggleFigure(figure, isOn)}>
                  {say(`analysis.figure.${figure}`)}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        ) : null}
        <fieldset className={styles.choiceGroup}>
          <legend>{say('analysis.choice.answers')}</legend>
          {rows?.kind === 'themes' ? (
            <Switch isSelected={state.isThemesOwn} onChange={(isThemesOwn) => change({ isThemesOwn })}>
              {say('analysis.choice.themesOwn')}
            </Switch>
          ) : (
            <>
              <Switch isSelected={state.hasDontKnow} onChange={(hasDontKnow) => change({ hasDontKnow })}>
                {say('analysis.choice.dontKnow')}
              </Switch>
              {hasAnswerFigures(rows) ? (
                <Switch isSelected={state.isMerged} onChange={(isMerged) => change({ isMerged })}>
                  {say('analysis.choice.merged')}
                </Switch>
              ) : null}
            </>
          )}
          <Switch isSelected={state.hasBases} onChange={(hasBases) => change({ hasBases })}>
            {say('analysis.choice.bases')}
          </Switch>
          <Switch
            isSelected={state.columns.some(({ by, within }) => by === 'wave' || within === 'wave')}
            onChange={() => change({ columns: toggleWave(state.columns) })}
          >
            {say('analysis.choice.waves')}
          </Switch>
          {hasWeighting ? (
            <Switch isSelected={state.hasWeights} onChange={(hasWeights) => change({ hasWeights })}>
              {say('analysis.choice.weights')}
            </Switch>
          ) : null}
        </fieldset>
        <TestChoices change={change} hasGroups={hasGroups} state={state} />
        <Select
          label={say('analysis.order.label')}
          onChange={(order) => change({ order })}
          options={orders.map((id) => ({ id, label: say(`analysis.order.${id}`) }))}
          value={state.order}
        />
      </div>
    </Popover>
  );
}
