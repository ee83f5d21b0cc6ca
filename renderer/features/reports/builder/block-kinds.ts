import type { BlockKind } from '../../../../shared/contract/reports-terms.ts';
import type { IconName } from '../../../ui/icon/icons.ts';

/** Everything that can be put in, the most usual first, with its picture. */
export const blockKinds: readonly (readonly [kind: BlockKind, icon: IconName])[] = [
  ['text', 'open'],
  ['heading', 'report'],
  ['exhibit', 'analysis'],
  ['quote', 'coding'],
  ['finding', 'finding'],
  ['findings', 'finding'],
  ['actions', 'action'],
  ['meetings', 'meeting'],
  ['methods', 'learned'],
  ['response', 'person'],
  ['attachment', 'import'],
  ['checklist', 'questionnaire'],
  ['contents', 'report'],
  ['appendix', 'analysis'],
  ['page-break', 'remove'],
];

/** What Mod+Enter puts in where the caret is. */
export const insertedKinds: readonly BlockKind[] = ['exhibit', 'quote', 'finding'];

/** Kinds that ask which one. */
export const pickedKinds: readonly BlockKind[] = ['exhibit', 'quote', 'finding', 'attachment'];
