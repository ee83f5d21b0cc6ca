import { languages } from '../../../../../shared/model/text.ts';
import { wordsIn } from '../../../words.ts';
import { wordingKey } from '../matching/likeness.ts';
import { spellingKey } from '../reading/value-forms.ts';
import type { RoundTarget } from './round-targets.ts';

/** What a sheet is called, and the headers of its columns. */
export interface NamedSheet {
  readonly name: string;
  readonly headers: readonly (readonly string[])[];
  /** Written by the program's own export, whose sheet of persons has the same name everywhere in a language. */
  readonly isOwn: boolean;
}

/** Spreadsheet programs cut names of sheets here, and some of them end a cut name in dots. */
const longestSheetName = 31;
const shortestCut = 10;

/**
 * What a sheet's name, or the group that all its headers stand in, says that its rows are rounds of: by name, label or wording in any
 * language. Null where nothing or more than one thing is named.
 */
export function chooseByName(
  sheet: NamedSheet,
  targets: readonly RoundTarget[],
): { target: RoundTarget; basis: 'name' | 'wording' } | null {
  const said = [sheet.name.replace(/\.[a-z0-9]{1,5}$/iu, ''), ...groupsOf(sheet.headers)];
  for (const basis of ['name', 'wording'] as const) {
    const found = targets.filter((target) =>
      namesOf(target, basis, sheet.isOwn).some((name) => said.some((text) => isSameName(text, name))),
    );
    const [target] = found;
    if (target !== undefined && found.length === 1) return { target, basis };
    if (found.length > 1) return null;
  }
  return null;
}

function namesOf({ repeat }: RoundTarget, basis: 'name' | 'wording', isOwn: boolean): string[] {
  if (repeat === null) return isOwn && basis === 'name' ? languages.map((language) => wordsIn(language)('rawExport.file.persons')) : [];
  return basis === 'name' ? [repeat.name] : [repeat.wording, repeat.label].flatMap((text) => Object.values(text ?? {}));
}

/** Whether a sheet's name is a name, whole or cut where workbooks cut it. */
export function isSameName(said: string, name: string): boolean {
  const [one, other] = [spellingKey(said), spellingKey(name)];
  if (one === '' || other === '') return false;
  if (one === other || (wordingKey(said) !== '' && wordingKey(said) === wordingKey(name))) return true;
  const bare = one.replace(/(?:\.{2,3}|…)$/u, '');
  return one.length >= longestSheetName - 3 && bare.length >= shortestCut && other.startsWith(bare);
}

/** The last group before the question in most headers: `stay` in `about/stay/place`. */
function groupsOf(headers: readonly (readonly string[])[]): string[] {
  const groups = headers.flatMap((header) => {
    const steps = (header.find((text) => text !== '') ?? '').split('/');
    return steps.length > 1 ? [steps.slice(0, -1)] : [];
  });
  const [first] = groups;
  if (first === undefined) return [];
  // All of them stand in it, however deep some of its own groups go.
  return first.filter((step, at) => groups.every((group) => group[at] === step)).slice(-1);
}
