import { allWords } from '../../db/search/vocabulary.ts';
import { remembered } from '../../db/remembered.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { WordsInside } from './compile.ts';

/** Words of the index that hold one of some parts. The list of words is read once for as long as nobody changes the workspace. */
export function wordsInside(workspace: Workspace): WordsInside {
  return (parts) => {
    const words = remembered(workspace, 'search.words', () => allWords(workspace.sql));
    return words.filter((word) => parts.some((part) => word.includes(part)));
  };
}
