import type { DocumentPart, ReportDocument } from '../../../../../../shared/contract/reports-document.ts';

/** What a bookmark of Word's may be called: a letter or an underline first, then letters, figures, underlines; 40 at most. */
const longestName = 40;

function anchorsOf(part: DocumentPart): readonly string[] {
  if (part.kind === 'heading') return [part.anchor];
  if (part.kind === 'exhibit') return [part.table?.anchor ?? '', part.figure?.anchor ?? ''];
  if (part.kind === 'table') return [part.caption?.anchor ?? ''];
  return [];
}

/**
 * Names of bookmarks for every anchor that stands in the document, each its own. The underline at their start keeps them out of Word's list.
 * An anchor that two parts have is the first one's.
 */
export function bookmarksOf({ blocks }: ReportDocument): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const anchor of blocks.flatMap(({ parts }) => parts.flatMap(anchorsOf))) {
    if (anchor === '' || names.has(anchor)) continue;
    const plain = `_Ref_${anchor.replaceAll(/[^A-Za-z0-9]+/gu, '_')}`;
    let name = plain.slice(0, longestName);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${plain.slice(0, longestName - 1 - String(number).length)}_${number}`;
    taken.add(name.toLowerCase());
    names.set(anchor, name);
  }
  return names;
}
