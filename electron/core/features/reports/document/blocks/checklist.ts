import type { MakeBlock } from '../ground.ts';
import { problem } from '../ground.ts';
import { checklistItems } from '../checklists/items.ts';
import { knownAnswers } from '../checklists/known-answers.ts';
import { toldWaves } from '../released-waves.ts';

/** A checklist with the author's answers, and where there are none what the project knows. */
export const makeChecklist: MakeBlock = ({ options }, ground) => {
  const checklist = options.checklist ?? 'coreq';
  const { say } = ground;
  const known = knownAnswers(checklist, ground);
  const rows = checklistItems(checklist).map(({ number, id }) => {
    const own = options.answers?.[number]?.trim() ?? '';
    const { text = '', hasNumbers = false } = known.get(number) ?? {};
    return { number, subject: say(id), answer: own === '' ? text : own, hasNumbers: own === '' && hasNumbers };
  });
  const open = rows.filter(({ answer }) => answer === '').length;
  return {
    parts: [
      {
        kind: 'table',
        caption: null,
        columns: [
          { label: say('reports.checklist.number'), share: 8, isNumber: false },
          { label: say('reports.checklist.subject'), share: 36, isNumber: false },
          { label: say('reports.checklist.answer'), share: 56, isNumber: false },
        ],
        rows: rows.map(({ number, subject, answer }) => ({ cells: [number, subject, answer], isGroup: false, indent: 0 })),
        note: say(`reports.checklist.source.${checklist}`),
      },
    ],
    waves: rows.some(({ hasNumbers }) => hasNumbers) ? toldWaves(ground).map(({ waveId }) => waveId) : [],
    problems: open === 0 ? [] : [problem('checklist-open', false, 'reports.problem.checklist', { count: open })],
  };
};
