import type { MarkedReference } from '../../../../shared/texts/marked-text.ts';

/** Something that can be referred to, by what it is called in the report now: "Tabell 7". */
export interface NamedReference extends MarkedReference {
  readonly name: string;
}

const stored = /\[\[(?<as>table|figure):(?<id>[0-9a-f-]{36})\]\]/gu;

/** The text as it is written in: references by what they are called. One that is called nothing stands as it is kept. */
export function shownReferences(body: string, names: readonly NamedReference[]): string {
  return body.replaceAll(stored, (whole, as: string, id: string) => {
    const found = names.find((one) => one.as === as && one.exhibitId === id);
    return found === undefined ? whole : `[[${found.name}]]`;
  });
}

/** The text as it is kept: what is shown, with the ids of what is referred to. */
export function storedReferences(text: string, names: readonly NamedReference[]): string {
  return text.replaceAll(/\[\[(?<name>[^[\]\n]{1,60})\]\]/gu, (whole, name: string) => {
    const found = names.find((one) => one.name === name);
    return found === undefined ? whole : `[[${found.as}:${found.exhibitId}]]`;
  });
}

/** What the letters behind "[[" can mean, those that begin with them first. */
export function matchingReferences<Named extends { readonly name: string; readonly title: string }>(
  names: readonly Named[],
  letters: string,
): readonly Named[] {
  const wanted = letters.trim().toLowerCase();
  const isIn = (words: string): boolean => words.toLowerCase().includes(wanted);
  const begins = names.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  return [...begins, ...names.filter((one) => !begins.includes(one) && (isIn(one.name) || isIn(one.title)))];
}
