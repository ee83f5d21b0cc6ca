import type { LetterChoice } from '../../../shared/contract/analysis.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { toggleWave } from './banner-parts.ts';
import { percentsOf } from './definitions.ts';
import type { ViewChange, ViewState } from './view-state.ts';

/** Letters as they begin: Holm's correction over the row, one level. */
export const usualLetters: LetterChoice = { adjust: 'holm', family: 'row', levels: 'one' };

const orders = ['given', 'size', 'net'] as const satisfies readonly ViewState['order'][];

interface ChoiceCommands {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly hasGroups: boolean;
}

function next<T>(all: readonly T[], now: T, first: T): T {
  return all[(all.indexOf(now) + 1) % all.length] ?? first;
}

/** One key for each thing that is on or off; what it is now is said in the status line, because the popover is closed. */
export function useChoiceCommands({ state, change, hasGroups }: ChoiceCommands): void {
  const say = useText();
  const tell = (text: string): void => notice.set({ text, tone: 'neutral' });
  const onOff = (name: string, isOn: boolean): void => tell(say('analysis.choice.now', { name, isOn: isOn ? 'yes' : 'no' }));
  const percents = percentsOf(hasGroups);
  useCommand('analysis.percent', () => {
    const percent = next(percents, percents.includes(state.percent) ? state.percent : 'column', 'column');
    change({ percent });
    tell(say(`analysis.percent.${percent}`));
  });
  useCommand('analysis.intervals', () => {
    change({ hasIntervals: !state.hasIntervals });
    onOff(say('analysis.choice.intervals'), !state.hasIntervals);
  });
  useCommand('analysis.tests', () => {
    if (!hasGroups) {
      tell(say('analysis.choice.testsNeedGroups'));
      return;
    }
    change({ hasTests: !state.hasTests });
    onOff(say('analysis.choice.tests'), !state.hasTests);
  });
  useCommand('analysis.letters', () => {
    if (!hasGroups) {
      tell(say('analysis.choice.testsNeedGroups'));
      return;
    }
    change({ letters: state.letters === undefined ? usualLetters : undefined });
    onOff(say('analysis.choice.letters'), state.letters === undefined);
  });
  useCommand('analysis.bases', () => {
    change({ hasBases: !state.hasBases });
    onOff(say('analysis.choice.bases'), !state.hasBases);
  });
  useCommand('analysis.waves', () => change({ columns: toggleWave(state.columns) }));
  useCommand('analysis.order', () => {
    const order = next(orders, state.order, 'given');
    change({ order });
    tell(say(`analysis.order.${order}`));
  });
}
