import { expect, test } from 'vitest';
import { readQuestionnaireSpec } from '../../electron/core/features/questionnaires/read-spec.ts';
import { openCore } from '../../electron/core/open-core.ts';
import type { OptionSpec } from '../../shared/model/questionnaire-spec.ts';
import { aPath } from '../support/a-workspace.ts';

test('[F17] columns of other programs stay on an option when its label is changed in the designer', async () => {
  using core = openCore();
  const { client } = core;
  await client.workspace.create({ path: aPath() });
  const { projectId } = await client.projects.create({ name: 'Fjordvik', kind: 'survey', contentLanguage: 'nb' });
  const { versionId, sectionId } = await client.questionnaires.create({ projectId, name: 'Skjema', languages: ['nb'] });
  const option = (code: number, nb: string, extras: OptionSpec['extras']): OptionSpec => ({
    code,
    name: null,
    label: { nb },
    isExclusive: false,
    asksWhat: false,
    filterValues: {},
    extras,
  });
  const { questionId } = await client.questionnaires.addQuestion({
    sectionId,
    afterId: null,
    parentId: null,
    question: {
      type: 'one',
      wording: { nb: 'Hvor bor du?' },
      options: [option(1, 'Hjemme', { 'media::image': 'hus.png' }), option(2, 'Annet', {})],
    },
  });
  await client.questionnaires.changeQuestion({ questionId, changes: { options: [option(1, 'I egen bolig', {}), option(2, 'Annet', {})] } });
  const [kept] = readQuestionnaireSpec(core.session.workspace.sql, versionId).sections[0]?.questions[0]?.options ?? [];
  expect(kept).toMatchObject({ label: { nb: 'I egen bolig' }, extras: { 'media::image': 'hus.png' } });
});
