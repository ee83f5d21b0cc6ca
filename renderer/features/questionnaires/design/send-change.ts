import type { ErrorCode } from '../../../../shared/contract/errors.ts';
import type { VersionId } from '../../../../shared/model/ids.ts';
import { client } from '../../../lib/client.ts';
import { spoken } from '../../../lib/errors.ts';
import type { DesignChange } from './apply-change.ts';
import type { Sent } from './design-store.ts';

/** The disk's trouble, not the change's: it stays on the screen and is tried again. */
const storageTrouble: ReadonlySet<ErrorCode> = new Set([
  'DISK_FULL',
  'DISK_GONE',
  'WORKSPACE_REPLACED',
  'WORKSPACE_READ_ONLY',
  'INTERNAL',
  'NO_WORKSPACE',
  'CANCELLED',
]);

/** Writes one change, through the caller's way of saying how saving goes. */
export async function sendChange(
  versionId: VersionId,
  change: DesignChange,
  save: <T>(run: () => Promise<T>) => Promise<T | undefined>,
): Promise<Sent> {
  let code: ErrorCode = 'INTERNAL';
  const done = await save(async () => {
    try {
      return { ids: await carryOut(versionId, change) };
    } catch (error) {
      code = spoken(error).code;
      throw error;
    }
  });
  if (done !== undefined) return { kind: 'done', ids: done.ids };
  return { kind: storageTrouble.has(code) ? 'later' : 'refused' };
}

/** The ids that the file gave to what the change made. */
async function carryOut(versionId: VersionId, change: DesignChange): Promise<readonly string[]> {
  switch (change.kind) {
    case 'question':
      await client.questionnaires.changeQuestion({ questionId: change.id, changes: change.changes });
      return [];
    case 'add':
      return [(await client.questionnaires.addQuestion({ ...change.place, question: change.question })).questionId];
    case 'addRows': {
      const questions = change.rows.map(({ question }) => question);
      return (await client.questionnaires.addQuestions({ ...change.place, questions })).questionIds;
    }
    case 'move':
      await client.questionnaires.moveQuestion({ questionId: change.id, ...change.place });
      return [];
    case 'remove':
      await client.questionnaires.removeQuestion({ questionId: change.id });
      return [];
    case 'section': {
      const { kind: _kind, id: sectionId, ...changes } = change;
      await client.questionnaires.changeSection({ sectionId, ...changes });
      return [];
    }
    case 'addSection':
      return [(await client.questionnaires.addSection({ versionId, title: change.title, afterId: change.afterId })).sectionId];
    case 'moveSection':
      await client.questionnaires.moveSection({ sectionId: change.id, afterId: change.afterId });
      return [];
    case 'removeSection':
      await client.questionnaires.removeSection({ sectionId: change.id });
      return [];
  }
}
