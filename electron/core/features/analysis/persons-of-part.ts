import type { AllPersons, PartPersons } from '../../../../shared/disclosure/index.ts';
import type { Mask } from '../../analysis/count.ts';
import type { Column } from '../../analysis/stored-answers.ts';

/** The categories a unit is in. */
function placesOf(column: Column): (unit: number) => readonly number[] {
  if (column.kind === 'codes') {
    const single = column.categories.map((_, at) => [at]);
    return (unit) => single[column.values[unit] ?? -1] ?? [];
  }
  return (unit) =>
    (column.values[unit] ?? -1) < 0 ? [] : column.indicators.flatMap((indicator, at) => (indicator[unit] === 1 ? [at] : []));
}

/** Units within the selection that have an answer. */
function answered({ values }: Column, mask: Mask): number[] {
  return [...values.keys()].filter((unit) => (values[unit] ?? -1) >= 0 && (mask === null || mask[unit] === 1));
}

/**
 * The distinct persons behind a part's numbers, where the units counted are rounds or several interviews of one person.
 * @param personOf whose each unit is
 */
export function personsOfPart(
  rows: Column,
  part: Column,
  mask: Mask,
  personOf: ArrayLike<number | string>,
): { readonly part: PartPersons; readonly all: AllPersons } {
  const groupCount = part.categories.length;
  const line = (): Set<number | string>[] => Array.from({ length: groupCount + 1 }, () => new Set());
  const [inside, outside, bases] = [rows.categories.map(line), rows.categories.map(line), line()];
  const [rowsOf, groupsOf] = [placesOf(rows), placesOf(part)];
  for (const unit of answered(rows, mask)) {
    const person = personOf[unit] ?? '';
    const inRows = new Set(rowsOf(unit));
    for (const group of [...groupsOf(unit), groupCount]) {
      bases[group]?.add(person);
      rows.categories.forEach((_, row) => (inRows.has(row) ? inside : outside)[row]?.[group]?.add(person));
    }
  }
  const sizes = (lines: readonly (readonly ReadonlySet<unknown>[])[]): number[][] => lines.map((sets) => sets.map(({ size }) => size));
  const [counts, others] = [sizes(inside), sizes(outside)];
  return {
    part: {
      counts: counts.map((sets) => sets.slice(0, groupCount)),
      outside: others.map((sets) => sets.slice(0, groupCount)),
      columnTotals: bases.slice(0, groupCount).map(({ size }) => size),
    },
    all: {
      rowTotals: counts.map((sets) => sets[groupCount] ?? 0),
      outsideTotals: others.map((sets) => sets[groupCount] ?? 0),
      total: bases[groupCount]?.size ?? 0,
    },
  };
}
