import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parse } from 'csv-parse/sync';
import { convert, officeSkip } from '../support/office.ts';
import { type Person } from './analysis-fixture.ts';
import { exported, ground, write } from './patterns-fixture.ts';

/** A hundred and fifty persons; few of them speak of both access and information, and few with a low score of access. */
function somebody(): Person[] {
  return Array.from({ length: 150 }, (_, at): Person => {
    const score = 1 + (at % 5);
    return {
      code: `R${at + 1}`,
      answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: score } },
      themes: [
        ...(at % 3 === 0 ? ['Ventetid'] : []),
        ...(at % 2 === 0 ? ['Informasjon'] : []),
        ...((at % 2 === 1 && score > 3) || at < 6 ? ['Tilgang'] : []),
      ],
    };
  });
}
describe('x', () => {
  it('p', async () => {
    const { core, fixture, idOf } = await ground(somebody());
    using _ = core;
    const joint = await core.client.patterns.joint({ projectId: fixture.projectId, variableId: fixture.variables.respekt, language: 'nb' });
    console.log(JSON.stringify(joint, null, 1));
    console.log(JSON.stringify(await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' }), null, 0));
    for (const f of [{ view: 'together', unit: 'person', scope: 'own', measure: 'jaccard' }, { view: 'saturation', scope: 'own' }, { view: 'joint', variableId: fixture.variables.respekt }] as const) {
      const d = await exported(core, fixture, f, 'docx');
      console.log(convert(d.bytes, 'm.docx', 'html:XHTML Writer File:UTF8').toString('utf8').replace(/<style[\s\S]*?<\/style>/gu, '').slice(0, 6000));
      const x = await exported(core, fixture, f, 'xlsx');
      console.log(convert(x.bytes, 'm.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76').toString('utf8'));
    }
  }, 200000);
});
