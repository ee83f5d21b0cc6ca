import { expect, it } from 'vitest';
import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { expressionProblems } from './expression-problems.ts';
import { addFilter } from './filter-choices.ts';
import { readView } from './view-state.ts';

const id = (n: number): VariableId => VariableId.parse(`01890000-0000-7000-8000-00000000000${n}`);
const variable = (kind: AnalysisVariable['kind'], n: number, name: string): AnalysisVariable => ({
  id: id(n),
  kind,
  label: {},
  name,
  members: [id(n)],
  options: [{ code: 1, label: {} }],
  isInRounds: false,
});
const all = [variable('one', 1, 'kjonn'), variable('several', 2, 'hjelp')];
const empty = readView({});

it('a second answer to the same question joins the first; an answer to another question becomes an expression', () => {
  expect(addFilter(empty, `${id(1)}:2`, all)).toEqual({ filter: `${id(1)}:2` });
  const one = { ...empty, filter: `${id(1)}:2` };
  expect(addFilter(one, `${id(1)}:1`, all)).toEqual({ filter: `${id(1)}:1.2` });
  expect(addFilter(one, `${id(2)}:1`, all)).toEqual({ where: "selected(${hjelp}, '1')" });
  expect(addFilter({ ...one, where: '${a} = 1 or ${b} = 2' }, `${id(2)}:1`, all)).toEqual({
    where: "(${a} = 1 or ${b} = 2) and selected(${hjelp}, '1')",
  });
  expect(addFilter(one, 'wave:x', all)).toEqual({ wave: 'x' });
});

it('an answer that has a name is asked for by it, as expressions know it by nothing else', () => {
  const named = { ...variable('one', 3, 'plan'), options: [{ code: 1, label: {}, name: 'ja' }] };
  const several = { ...variable('several', 4, 'brukt'), options: [{ code: 1, label: {}, name: "for 'oss'" }] };
  const one = { ...empty, filter: `${id(1)}:2` };
  expect(addFilter(one, `${id(3)}:1`, [...all, named])).toEqual({ where: "${plan} = 'ja'" });
  expect(addFilter(one, `${id(4)}:1`, [...all, several])).toEqual({ where: 'selected(${brukt}, "for \'oss\'")' });
});

it('a question that tells who somebody is stands in no expression: the first answers become one instead', () => {
  const place = { ...variable('one', 5, 'bosted'), isIdentifying: true as const };
  const one = { ...empty, filter: `${id(1)}:1.2`, where: '${a} = 1' };
  expect(addFilter(one, `${id(5)}:1`, [...all, place])).toEqual({
    filter: `${id(5)}:1`,
    where: '${a} = 1 and (${kjonn} = 1 or ${kjonn} = 2)',
  });
});

it('[F76] says what is wrong with an expression and exactly where', () => {
  const names = all.map(({ name }) => name);
  expect(expressionProblems('${kjonn} = 2', names)).toEqual([]);
  expect(expressionProblems('', names)).toEqual([]);
  expect(expressionProblems('${kjonn} = ', names)).toMatchObject([{ at: 11 }]);
  expect(expressionProblems('1 = 1 and ${kjon} = 2', names)).toEqual([
    { message: 'analysis.where.unknownNear', at: 10, end: 17, params: { position: 11, part: 'kjon', near: 'kjonn' } },
  ]);
});
