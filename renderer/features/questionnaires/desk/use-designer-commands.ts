import { useRef } from 'react';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { client } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { notice } from '../../../lib/status.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { addQuestion, addSection, moveRow, nestQuestion, removeRow } from './desk-actions.ts';
import { goToProblem, neighbourProblem } from './problem-place.ts';
import { currentRow, type Desk } from './use-desk.ts';

/** The designer's keys (interaction.md 1.9), and what the palette offers in it. */
export function useDesignerCommands(desk: Desk, panes: { readonly onTest: () => void; readonly onPreview: () => void }): void {
  const say = useText();
  const save = useSave();
  const last = useRef<DesignProblem | null>(null);
  const isDraft = !desk.isFrozen;
  const { store } = desk.design;

  async function duplicate(): Promise<void> {
    const row = currentRow(desk);
    if (row?.kind !== 'question') return;
    await store.flush();
    const made = await save(() => client.questionnaires.duplicateQuestion({ questionId: currentRow(desk)?.id as typeof row.id }));
    if (made !== undefined) desk.open(store.keyOf(made.questionId));
  }

  function toProblem(by: -1 | 1): void {
    const problem = neighbourProblem(desk, by, last.current);
    last.current = problem;
    if (problem === null) notice.set({ text: say('questionnaires.problems.none', { number: desk.version.number }), tone: 'neutral' });
    else goToProblem(desk, problem);
  }

  function toRouting(): void {
    if (desk.state.current !== null) desk.open(desk.state.current, 'relevant');
  }

  useAlone('designer.newQuestion', () => addQuestion(desk), isDraft);
  // In the bank the same key puts in what is chosen.
  useAlone('designer.done', () => addQuestion(desk), isDraft && !desk.state.isBankOpen && !desk.state.isGoToOpen);
  useAlone('designer.newSection', () => addSection(desk), isDraft);
  useAlone('designer.moveUp', () => moveRow(desk, -1), isDraft);
  useAlone('designer.moveDown', () => moveRow(desk, 1), isDraft);
  useAlone('designer.moveIn', () => nestQuestion(desk, 'in'), isDraft);
  useAlone('designer.moveOut', () => nestQuestion(desk, 'out'), isDraft);
  useAlone('designer.duplicate', () => void duplicate(), isDraft);
  useAlone('designer.remove', () => removeRow(desk), isDraft);
  useAlone('designer.routing', toRouting, isDraft);
  useAlone('designer.bank', () => desk.change({ isBankOpen: true }), isDraft);
  useAlone('goTo', () => desk.change({ isGoToOpen: true }));
  useAlone('designer.languages', () => desk.change({ areAllLanguages: !desk.state.areAllLanguages }), desk.version.languages.length > 1);
  useAlone('designer.testFill', panes.onTest);
  useAlone('designer.preview', panes.onPreview);
  useAlone('designer.nextProblem', () => toProblem(1));
  useAlone('designer.previousProblem', () => toProblem(-1));
}

/** A command that is silent while a dialog or a menu has the keys. */
function useAlone(id: string, deed: () => void, isEnabled = true): void {
  useCommand(
    id,
    () => {
      if (document.activeElement?.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') == null) deed();
    },
    isEnabled,
  );
}
