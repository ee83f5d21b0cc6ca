import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { countBanner } from '../../analysis/count-banner.ts';
import { everyone, type Mask } from '../../analysis/count.ts';
import type { CodeColumn, Column } from '../../analysis/stored-answers.ts';
import { personsOfPart } from './persons-of-part.ts';
import type { RawPart, RawTable } from './raw-table.ts';
import { yearOf } from './figures/years.ts';
import { isQuestion, type GroupPart } from './group-parts.ts';
import type { Selection } from './selection.ts';
import { newestForm, scaleOf } from './table-parts.ts';

export type GroupedCounts = Pick<RawTable, 'tables' | 'parts' | 'allPersons'>;

/** Everybody as one group, for tables without groups. */
export function oneGroup(units: number): CodeColumn {
  return { kind: 'codes', categories: [{ code: 0, label: {} }], values: everyone(units) };
}

/** Whose each unit is, where one person may be several units; null where every unit is a person. */
export function ownersOf({ personOf, source }: Selection): ArrayLike<number | string> | null {
  if (personOf !== null) return personOf;
  const { respondentIds, waveIndex } = source.units;
  const wave = new Map<string, number>();
  const isSeveral = respondentIds.some((id, unit) => {
    const [known, own] = [wave.get(id), waveIndex[unit] ?? -1];
    wave.set(id, own);
    return known !== undefined && known !== own;
  });
  return isSeveral ? respondentIds : null;
}

/** Who "Alle" are: beside one grouping those who are known on it, beside several everybody, whatever groups they are in. */
export function maskOfAll({ parts, mask }: Selection, { columns }: ExhibitDefinition): Mask {
  const known = columns === undefined ? undefined : parts[0]?.column.values;
  return known === undefined ? mask : Uint8Array.from(known, (value, unit) => (value >= 0 && (mask === null || mask[unit] === 1) ? 1 : 0));
}

/** What the order of a plain grouping's groups means. */
function orderOf(selection: Selection, [grouping, ...inner]: GroupPart['groupings'], column: Column): Pick<RawPart, 'isScale' | 'years'> {
  if (grouping === undefined || inner.length > 0) return {};
  if (grouping === 'wave') return { years: selection.source.units.waves.map(({ starts_on }) => yearOf(starts_on)) };
  const scale = isQuestion(grouping) ? scaleOf(column, newestForm(selection, grouping)) : null;
  return scale === null || scale.kind === 'categorical' ? {} : { isScale: true };
}

/**
 * Counts a column by every part of the groups, with one "Alle" for all of them. The tables of waves alone print each wave's persons,
 * so only rounds and banners ask who is behind.
 */
export function countParts(selection: Selection, definition: ExhibitDefinition, column: Column): GroupedCounts {
  const mask = maskOfAll(selection, definition);
  const owners = definition.banner === undefined && selection.personOf === null ? null : ownersOf(selection);
  const columns = selection.parts.length === 0 ? [oneGroup(column.values.length)] : selection.parts.map((part) => part.column);
  const persons = columns.map((part) => (owners === null ? null : personsOfPart(column, part, mask, owners)));
  return {
    tables: countBanner(column, columns, { mask }),
    parts: selection.parts.map(({ groupings, groups, column: own }, at): RawPart => ({
      groupings,
      paths: groups.map(({ path }) => path),
      isOverlapping: own.kind === 'set',
      persons: persons[at]?.part ?? null,
      ...orderOf(selection, groupings, own),
    })),
    allPersons: persons[0]?.all ?? null,
  };
}
