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
      return { id: await carryOut(versionId, change) };
    } catch (error) {
      code = spoken(error).code;
      throw error;
    }
  });
  if (done !== undefined) return { kind: 'done', id: done.id };
  return { kind: storageTrouble.has(code) ? 'later' : 'refused' };
}

/** The id that the file gave, where the change made something. */
async function carryOut(versionId: VersionId, change: DesignChange): Promise<string | null> {
  switch (change.kind) {
    case 'question':
      await client.questionnaires.changeQuestion({ questionId: change.id, changes: change.changes });
      return null;
    case 'add':
      return (await client.questionnaires.addQuestion({ ...change.place, question: change.question })).questionId;
    case 'move':
      await client.questionnaires.moveQuestion({ questionId: change.id, ...change.place });
      return null;
    case 'remove':
      await client.questionnaires.removeQuestion({ questionId: change.id });
      return null;
    case 'section': {
      const { kind: _kind, id: sectionId, ...changes } = change;
      await client.questionnaires.changeSection({ sectionId, ...changes });
      return null;
    }
    case 'addSection':
      return (await client.questionnaires.addSection({ versionId, title: change.title, afterId: change.afterId })).sectionId;
    case 'moveSection':
      await client.questionnaires.moveSection({ sectionId: change.id, afterId: change.afterId });
      return null;
    case 'removeSection':
      await client.questionnaires.removeSection({ sectionId: change.id });
      return null;
  }
}
