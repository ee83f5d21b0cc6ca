import { expect, test } from 'vitest';
import { expressionMask } from '../../electron/core/analysis/expression-mask.ts';
import { readNumbers } from '../../electron/core/analysis/numbers.ts';
import { readQuestions } from '../../electron/core/analysis/questions.ts';
import type { ColumnSource } from '../../electron/core/analysis/stored-answers.ts';
import { topThemesColumn } from '../../electron/core/analysis/themes-column.ts';
import { readUnits } from '../../electron/core/analysis/units.ts';
import { AppError } from '../../electron/core/app-error.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { makeAnalysisFixture, type Person } from './analysis-fixture.ts';

const people: readonly Person[] = [
  {
    code: 'R1',
    wave: 1,
    answers: { tjeneste: { code: 1 }, respekt: { code: 5 }, brukt: { txt: '1 3' }, uker: { num: 12 } },
    themes: ['Ventetid'],
  },
  {
    code: 'R2',
    wave: 1,
    answers: { tjeneste: { code: 2 }, respekt: { code: 2 }, brukt: { txt: '2' }, uker: { num: 3 } },
    themes: ['Informasjon'],
  },
  { code: 'R3', wave: 2, answers: { tjeneste: { code: 1 }, respekt: { missing: 'dont-know' }, uker: { num: 30, state: 'parked' } } },
  {
    code: 'R4',
    wave: 2,
    answers: { tjeneste: { code: 3 }, respekt: { code: 4 }, brukt: { txt: '4' } },
    themes: ['Tilgang', 'Informasjon'],
  },
];

function sourceOf(core: Core, projectId: string): ColumnSource {
  const { sql } = core.session.workspace;
  return {
    sql,
    projectId,
    book: readQuestions(sql, projectId),
    units: readUnits(sql, projectId, { waveId: null, perWave: false }),
    isOfRounds: false,
  };
}

async function aSource(core: Core): Promise<ColumnSource> {
  return sourceOf(core, (await makeAnalysisFixture(core, people)).projectId);
}

test('[F72] an expression over the answers says who is counted', async () => {
  using core = openCore({});
  const source = await aSource(core);
  const who = (where: string): string[] => [...expressionMask(source, where)].flatMap((mark, at) => (mark === 1 ? [`R${at + 1}`] : []));
  expect(who('${tjeneste} = 1')).toEqual(['R1', 'R3']);
  expect(who('${respekt} >= 4')).toEqual(['R1', 'R4']);
  expect(who("${respekt} = ''")).toEqual(['R3']);
  expect(who('${respekt} != 5')).toEqual(['R2', 'R4']);
  expect(who('selected(${brukt}, 3) or selected(${brukt}, 4)')).toEqual(['R1', 'R4']);
  expect(who('count-selected(${brukt}) = 2')).toEqual(['R1']);
  // What routing has parked is not asked.
  expect(who('${uker} > 2')).toEqual(['R1', 'R2']);
  expect(who("${wave} = 'Våren 2025' and not(${tjeneste} = 3)")).toEqual(['R3']);
  expect(who("${place} = 'Bygd'")).toEqual([]);
});

test('[F72] an expression that cannot be read says where', async () => {
  using core = openCore({});
  const source = await aSource(core);
  const fault = (where: string): { code: string; messageId: string; position: unknown } => {
    try {
      expressionMask(source, where);
    } catch (error) {
      if (error instanceof AppError) return { code: error.code, messageId: error.messageId, position: error.params['position'] };
      throw error;
    }
    throw new Error('it was read');
  };
  const code = 'EXPRESSION_UNREADABLE';
  expect(fault('${tjeneste} = ')).toEqual({ code, messageId: 'expressions.problem.valueMissing', position: 15 });
  expect(fault('1 = 1 and ${tjenste} = 1')).toEqual({ code, messageId: 'expressions.problem.unknownNameNear', position: 11 });
  expect(fault('today() > 3')).toEqual({ code, messageId: 'expressions.problem.unknownFunction', position: 1 });
  expect(fault('. = 3')).toEqual({ code, messageId: 'expressions.problem.ownAnswer', position: 1 });
});

test('[F73] numbers are what was counted, and the codes of a scale; themes at the top are groups that overlap', async () => {
  using core = openCore({});
  const { projectId, variables } = await makeAnalysisFixture(core, people);
  const source = sourceOf(core, projectId);
  expect([...(readNumbers(source, variables.uker)?.values ?? [])]).toEqual([12, 3, Number.NaN, Number.NaN]);
  expect([...(readNumbers(source, variables.respekt)?.values ?? [])]).toEqual([5, 2, Number.NaN, 4]);
  expect(readNumbers(source, variables.respekt)?.reasons).toEqual(Int16Array.of(0, 0, -3, 0));
  expect(readNumbers(source, variables.tjeneste)).toBeNull();
  const themes = topThemesColumn(source.sql, projectId, source.units);
  expect(themes.categories.map(({ label }) => label.nb)).toEqual(['Tilgang', 'Informasjon']);
  expect(themes.indicators.map((marks) => [...marks])).toEqual([
    [1, 0, 0, 1],
    [0, 1, 0, 1],
  ]);
});
