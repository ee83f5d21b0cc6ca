import { useRef } from 'react';
import type { ActionFields, AgreedAction, MinutesOf } from '../../../shared/contract/minutes.ts';
import type { LineMark } from '../../../shared/contract/meeting-terms.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { marks } from './mark-icons.ts';
import type { Desk } from './minutes-desk.ts';
import { move, type DraftLine } from './minutes-model.ts';

/** The line that is written in. */
export function currentLine(desk: Desk): DraftLine | undefined {
  const { at, draft } = desk.store.get();
  return draft.lines.find((line) => line.id === at?.lineId);
}

/** The keys that do something with the line under the caret. They work while the minutes have focus. */
export function useLineDeeds(desk: Desk, minutes: MinutesOf, isHere: boolean): { readonly mark: (mark: LineMark) => void } {
  const say = useText();
  const save = useSave();
  /** The fields of an action that was just taken off, for as long as its line is not left. */
  const taken = useRef<{ readonly lineId: string; readonly fields: ActionFields } | null>(null);

  function setMark(line: DraftLine, mark: LineMark | null): void {
    desk.keep(line.id);
    const action = minutes.actions.find((one) => one.id === line.facts?.actionId);
    if (line.facts?.mark === 'action' && action !== undefined) taken.current = { lineId: line.id, fields: fieldsOf(action) };
    const back = mark === 'action' && taken.current?.lineId === line.id ? taken.current.fields : undefined;
    void save(() => client.minutes.mark({ lineId: line.id, mark, ...(back === undefined ? {} : { action: back }) })).then((result) => {
      if (result !== undefined && result.kept.length > 0)
        notice.set({ text: say('minutes.kept', { names: result.kept.join(', ') }), tone: 'neutral' });
    });
  }
  function mark(wanted: LineMark): void {
    const line = currentLine(desk);
    if (line === undefined) return;
    const standing = line.facts?.mark ?? null;
    const isOn = standing === wanted;
    // A theme stands beside any other mark: only a line without a mark becomes one that is a theme.
    if (wanted !== 'theme' || standing === null || isOn) setMark(line, isOn ? null : wanted);
    const hasWords = line.body.trim() !== '';
    if (isOn) desk.open(null);
    else if (wanted === 'theme' && hasWords) desk.open({ lineId: line.id, kind: 'theme' });
    else if (wanted === 'action' && hasWords) desk.open({ lineId: line.id, kind: 'action' });
    else desk.open(null);
    if (isOn) desk.go({ lineId: line.id, caret: desk.store.get().at?.caret ?? 0 });
  }
  function inferred(): void {
    const line = currentLine(desk);
    const last = line?.facts?.themes.at(-1);
    if (line === undefined || last === undefined) return;
    const certainty = last.isInferred ? 'explicit' : 'inferred';
    void save(() => client.coding.setCertainty({ codingId: last.codingId, certainty }));
    if (!last.isInferred) desk.open({ lineId: line.id, kind: 'reason' });
  }
  function moveLine(by: -1 | 1): void {
    const { at, draft } = desk.store.get();
    const edited = at === null ? null : move(draft, at.lineId, by);
    if (edited !== null && at !== null) desk.edit('move', { ...edited, spot: { lineId: at.lineId, caret: at.caret } });
  }

  useMark(0, mark, isHere);
  useMark(1, mark, isHere);
  useMark(2, mark, isHere);
  useMark(3, mark, isHere);
  useMark(4, mark, isHere);
  useMark(5, mark, isHere);
  useMark(6, mark, isHere);
  useMark(7, mark, isHere);
  useCommand('minutes.inferred', inferred, isHere);
  useCommand('minutes.moveUp', () => moveLine(-1), isHere);
  useCommand('minutes.moveDown', () => moveLine(1), isHere);
  return { mark };
}

function useMark(index: number, mark: (mark: LineMark) => void, isHere: boolean): void {
  useCommand(
    `minutes.mark${index + 1}`,
    () => {
      const one = marks[index];
      if (one !== undefined) mark(one);
    },
    isHere,
  );
}

function fieldsOf(action: AgreedAction): ActionFields {
  const { ownerOrganisation, ownerPerson, ownerAsSaid, parties, due } = action;
  return { ownerOrganisationId: ownerOrganisation?.id ?? null, ownerPersonId: ownerPerson?.id ?? null, ownerAsSaid, parties, due };
}
