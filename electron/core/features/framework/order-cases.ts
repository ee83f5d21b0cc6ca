import type { FrameworkFilter, FrameworkScope, FrameworkSort } from '../../../../shared/contract/framework.ts';
import type { Statements } from '../../db/statements.ts';
import { readBackground, readCodeOrder, type ClosedValue } from '../coding/background.ts';
import type { Case, CaseInterview } from './cases.ts';

const collator = new Intl.Collator('nb', { numeric: true });

/** Rows in scope, in its order. `fillOf` gives how many cells of a row are done, and begun. Rows of answers stay as they are. */
export function orderCases(
  sql: Statements,
  { projectId, unit }: { readonly projectId: string; readonly unit: string },
  cases: readonly Case[],
  { filter, sort }: Pick<FrameworkScope, 'filter' | 'sort'>,
  fillOf: (rowId: string) => number,
): Case[] {
  if (unit === 'variable') return [...cases];
  const found = cases.filter(caseTest(sql, cases, filter ?? {}));
  if (sort === undefined) return found;
  const sign = sort.direction === 'up' ? 1 : -1;
  const valueOf = sortValue(sql, projectId, found, sort, fillOf);
  const values = new Map(found.map((one) => [one, valueOf(one)]));
  // What is missing comes last, up or down.
  return found.toSorted((a, b) => {
    const [x = null, y = null] = [values.get(a), values.get(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'string' ? collator.compare(x, String(y)) : x - Number(y));
  });
}

/** A row is in scope when one of its interviews holds all that is asked. */
function caseTest(sql: Statements, cases: readonly Case[], { answers = [], serviceIds, placeIds }: FrameworkFilter) {
  const background = readBackground(sql, [...new Set(answers.map((one) => one.variableId))], keysOf(cases));
  const variables = [...new Set(answers.map((one) => one.variableId))];
  const holds = (codes: readonly (number | null)[], value: ClosedValue): boolean =>
    Array.isArray(value)
      ? value.some((code) => codes.includes(code)) || (value.length === 0 && codes.includes(null))
      : codes.includes(value);
  const fits = (row: CaseInterview): boolean => {
    if (serviceIds !== undefined && !serviceIds.includes(row.service_id ?? '')) return false;
    if (placeIds !== undefined && !placeIds.includes(row.place_id ?? '')) return false;
    const values = background(row.key, 0);
    return answers.every(({ variableId, codes }) => holds(codes, values[variables.indexOf(variableId)] ?? null));
  };
  return (one: Case): boolean => one.interviews.some(fits);
}

function keysOf(cases: readonly Case[]): number[] {
  return [...new Set(cases.flatMap(({ interviews }) => interviews.map(({ key }) => key)))];
}

function sortValue(
  sql: Statements,
  projectId: string,
  cases: readonly Case[],
  { by, variableId }: FrameworkSort,
  fillOf: (rowId: string) => number,
): (one: Case) => string | number | null {
  if (by === 'case') return ({ code }) => code;
  if (by === 'fill') return ({ rowId }) => fillOf(rowId);
  if (by === 'service') return ({ interviews }) => interviews.at(-1)?.service ?? null;
  if (by === 'place') return ({ interviews }) => interviews.at(-1)?.place ?? null;
  const background = readBackground(sql, [variableId ?? ''], keysOf(cases));
  const ranks = new Map(readCodeOrder(sql, projectId, variableId ?? '').map((code, rank) => [code, rank]));
  return ({ interviews }) => {
    const last = interviews.at(-1);
    const [value = null] = last === undefined ? [] : background(last.key, 0);
    const codes = (Array.isArray(value) ? value : [value]).flatMap((code) => (code === null ? [] : [ranks.get(code) ?? code]));
    return codes.length === 0 ? null : Math.min(...codes);
  };
}

/** What the latest interview of each row answered, in the order of the variables. */
export function backgroundOf(sql: Statements, cases: readonly Case[], variables: readonly string[]): (one: Case) => ClosedValue[] {
  const background = readBackground(sql, variables, keysOf(cases));
  return ({ interviews }) => {
    const last = interviews.at(-1);
    return last === undefined ? variables.map(() => null) : background(last.key, 0);
  };
}
