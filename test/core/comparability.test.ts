import { expect, test } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { makeAnalysisFixture, somePeople } from './analysis-fixture.ts';

test('[F15] a table says of a question that was worded differently before that figures cannot simply be compared', async () => {
  using core = openCore();
  const fixture = await makeAnalysisFixture(core, somePeople(60, 7));
  const { projectId, variables } = fixture;
  const notes = async (): Promise<readonly string[]> => {
    const definition = { kind: 'crosstab', rows: variables.respekt, columns: 'wave', language: 'nb', percent: 'column' } as const;
    const shown = await core.client.analysis.exhibit({ projectId, definition });
    return shown.released.notes;
  };
  const setTo = (comparability: string): void => {
    const { workspace } = core.session;
    workspace.operations.run({ ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      workspace.sql.run('UPDATE question SET comparability = :comparability', { comparability });
    });
  };
  setTo('same');
  expect((await notes()).join(' ')).not.toContain('ny ordlyd');
  setTo('changed-wording');
  expect(await notes()).toContain(
    '«Spørsmål om respekt» har ny ordlyd fra versjon 1 av skjemaet. Tall før og etter kan ikke uten videre sammenlignes.',
  );
  setTo('changed-options');
  expect((await notes()).join(' ')).toContain('andre svaralternativer');
});
