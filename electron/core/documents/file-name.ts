/** A title as a file's name: no signs that a file system refuses; `empty` where nothing is left of it. */
export function fileNameOf(title: string, empty: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are among what file systems refuse
  const plain = title.replaceAll(/[\u0000-\u001F<>:"/\\|?*]+/gu, ' ').trim();
  return plain === '' ? empty : plain.slice(0, 100).trim();
}
