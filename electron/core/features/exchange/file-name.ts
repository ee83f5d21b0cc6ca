const longestFileName = 30;

/** A file's name in at most 30 characters, as texts in messages are. */
export function cutName(name: string): string {
  const characters = [...name];
  return characters.length <= longestFileName ? name : `${characters.slice(0, longestFileName - 1).join('')}…`;
}
