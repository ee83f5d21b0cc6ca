import type { ExhibitDefinition } from '../../../../shared/contract/exhibit-definition.ts';
import { wavesAcross } from '../../analysis/place-column.ts';
import { readKnownPlaces } from '../../places/place-register.ts';
import type { Selection } from './selection.ts';

/** What is known of the waves in the columns of a table, in their order. */
export interface WaveFacts {
  /** Places of waves whose figures cannot be joined to those of the wave before. */
  readonly breaks: ReadonlySet<number>;
  /** Somebody is in several of them. */
  readonly areLinked: boolean;
}

/** The newest version of the questionnaire that each wave's persons answered; null for waves with nobody. */
function versionOfWaves({ source: { units, book } }: Selection): (number | null)[] {
  const numberOf = new Map(book.forms.map(({ versionId, versionNumber }) => [versionId, versionNumber]));
  const newest: (number | null)[] = units.waves.map(() => null);
  for (const [unit, versionId] of units.versionIds.entries()) {
    const wave = units.waveIndex[unit] ?? -1;
    const number = numberOf.get(versionId) ?? 0;
    if (wave >= 0) newest[wave] = Math.max(newest[wave] ?? 0, number);
  }
  return newest;
}

/** Whether some of the questions got other words or answers after one version and not later than another. */
function isChanged({ source: { book } }: Selection, variableIds: readonly string[], after: number, upTo: number): boolean {
  return variableIds
    .flatMap((id) => book.formsOf(id))
    .some(
      ({ comparability, versionNumber }) =>
        (comparability === 'changed-wording' || comparability === 'changed-options') && versionNumber > after && versionNumber <= upTo,
    );
}

function areLinked({ source: { units } }: Selection): boolean {
  const waveOf = new Map<string, number>();
  return units.respondentIds.some((id, unit) => {
    const [known, own] = [waveOf.get(id), units.waveIndex[unit] ?? -1];
    waveOf.set(id, own);
    return known !== undefined && known !== own;
  });
}

/** Where waves are the only columns: at which of them a series breaks, and whether the same persons answer. Nothing otherwise. */
export function waveFacts(
  selection: Selection,
  { columns }: ExhibitDefinition,
  variableIds: readonly string[],
): { readonly waves?: WaveFacts } {
  if (columns !== 'wave') return {};
  const { source } = selection;
  const versions = versionOfWaves(selection);
  const { marks } = wavesAcross(readKnownPlaces(source.sql), source.units);
  const breaks = new Set<number>();
  let before: { readonly version: number; readonly marks: string } | null = null;
  for (const [wave, version] of versions.entries()) {
    if (version === null) continue;
    const own = marks[wave] ?? '';
    if (before !== null && (own !== before.marks || isChanged(selection, variableIds, before.version, version))) breaks.add(wave);
    before = { version, marks: own };
  }
  return { waves: { breaks, areLinked: areLinked(selection) } };
}
