import { useNavigate } from '@tanstack/react-router';
import type { BulkChange } from '../../../shared/contract/fieldwork.ts';
import type { InterviewRow } from '../../../shared/contract/interviews.ts';
import { InterviewId, type ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import type { RowSelection } from '../../lib/use-row-selection.ts';
import { useSave } from '../../lib/use-save.ts';
import type { InterviewView } from './use-interview-view.ts';

/** What can be done with interviews in the list. */
export interface InterviewDeeds {
  readonly enter: (interview: string) => void;
  readonly secondPass: (row: InterviewRow) => void;
  readonly differences: (row: InterviewRow) => void;
  readonly withdraw: (row: InterviewRow) => void;
  readonly selectAll: () => Promise<void>;
  readonly change: (change: BulkChange) => Promise<void>;
  /** Removes what is selected, or the row given when nothing is. */
  readonly remove: (row?: InterviewRow) => Promise<void>;
}

/** A second pass is of interviews that are done. */
export function takesSecondPass(row: InterviewRow): boolean {
  return ['complete', 'in-check', 'verified'].includes(row.status);
}

export function useInterviewDeeds(projectId: ProjectId, view: InterviewView, selection: RowSelection<string>): InterviewDeeds {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const here = (interview: string) => ({ project: projectId, interview });
  /** The way back leads to the same row. */
  const leave = (row: string): void =>
    void navigate({ to: '.', replace: true, search: (old: Readonly<Record<string, unknown>>) => ({ ...old, row }) });
  const chosen = (): InterviewId[] => [...selection.ids].map((id) => InterviewId.parse(id));
  return {
    enter: (interview) => {
      leave(interview);
      void navigate({ to: '/projects/$project/interviews/$interview/enter', params: here(interview) });
    },
    secondPass: (row) => {
      if (!takesSecondPass(row)) {
        notice.set({ text: say('fieldwork.list.notFinished', { code: row.code }), tone: 'bad' });
        return;
      }
      leave(row.id);
      const isDone = row.secondPass === 'finished' || row.secondPass === 'verified';
      const to = isDone ? '/projects/$project/interviews/$interview/differences' : '/projects/$project/interviews/$interview/second';
      void navigate({ to, params: here(row.id) });
    },
    differences: (row) => {
      leave(row.id);
      void navigate({ to: '/projects/$project/interviews/$interview/differences', params: here(row.id) });
    },
    withdraw: (row) => {
      leave(row.id);
      void navigate({
        to: '/projects/$project/participants/$respondent/withdraw',
        params: { project: projectId, respondent: row.respondentId },
      });
    },
    selectAll: async () => {
      const { interviewIds } = await client.fieldwork.interviewIds(view.filter);
      selection.set(interviewIds);
    },
    change: async (change) => {
      const done = await save(() => client.fieldwork.changeInterviews({ projectId, interviewIds: chosen(), change }));
      if (done !== undefined) selection.clear();
    },
    remove: async (row) => {
      const interviewIds = selection.ids.size > 0 ? chosen() : row === undefined ? [] : [row.id];
      if (interviewIds.length === 0) return;
      const done = await save(() => client.fieldwork.removeInterviews({ projectId, interviewIds }));
      if (done !== undefined) selection.clear();
    },
  };
}
