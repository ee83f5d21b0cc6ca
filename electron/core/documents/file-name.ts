import { characterEdges } from '../../../shared/texts/index.ts';

const longest = 100;
// eslint-disable-next-line no-control-regex -- control characters are among what file systems refuse
const refused = /[\u0000-\u001F<>:"/\\|?*]+/gu;

/** A title as a file's name: no signs that a file system refuses, and none cut in half; `empty` where nothing is left of it. */
export function fileNameOf(title: string, empty: string): string {
  const plain = title.toWellFormed().replaceAll(refused, ' ').trim();
  const cut = plain.slice(0, characterEdges(plain).before(longest)).trim();
  return cut === '' ? empty : cut;
}
