import type { RoundSheet, RoundsReport } from '../../../../../shared/model/survey-import.ts';
import type { PreparedRow } from '../prepare-rows.ts';
import type { PreparedRound } from '../rounds/link-rows.ts';
import type { RoundBook } from '../rounds/read-rounds.ts';
import type { LoadedTarget } from './load-target.ts';
import type { RowPlan } from './plan-rows.ts';

/** Counts what becomes of every sheet's rounds. */
export function createRoundsTally(
  { choice, rounds: sheets }: LoadedTarget,
  book: RoundBook | null,
): { readonly add: (row: PreparedRow, plan: RowPlan) => void; readonly report: () => RoundsReport[] } {
  const counts = sheets.map(() => ({ added: 0, standing: 0, given: 0 }));
  const countGiven = (rounds: readonly PreparedRound[]): void => {
    for (const { sheet, rounds: inner } of rounds) {
      const own = counts[sheet];
      if (own !== undefined) own.given += 1;
      countGiven(inner);
    }
  };
  return {
    add: (row, plan) => {
      countGiven(row.rounds ?? []);
      for (const { sheet, isNew } of plan.what === 'left-out' ? [] : plan.rounds) {
        const own = counts[sheet];
        if (own !== undefined) own[isNew ? 'added' : 'standing'] += 1;
      }
    },
    report: () =>
      (choice.rounds ?? []).map((sheet): RoundsReport => {
        const at = sheets.findIndex((loaded) => loaded.sheet === sheet);
        const { added, standing, given } = counts[at] ?? { added: 0, standing: 0, given: 0 };
        const read = book?.counts[at];
        return {
          name: sheet.name,
          of: sheet.of,
          rows: read?.rows ?? sheet.rowCount,
          added,
          standing,
          leftOut: Math.max(0, given - added - standing),
          unlinked: read?.unlinked ?? 0,
          unknownColumns: sheet.of === null ? [] : unknownColumns(sheet),
        };
      }),
  };
}

function unknownColumns({ mapping, facts }: RoundSheet): string[] {
  return mapping.columns.flatMap(({ column, header, role }) => {
    const name = header.find((text) => text !== '') ?? '';
    return role !== 'skip' || name === '' || facts.includes(column) ? [] : [name];
  });
}
