import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { CoreClient } from '../../electron/core/rpc/router.ts';
import { contentOf } from '../support/a-workspace.ts';
import { aDraft, add, anInterview, anOption, questionIn, questionsIn, reversibly, type Draft } from './questionnaire-fixture.ts';

const options = [anOption(1, 'Ja'), anOption(2, 'Nei')];
const turned = [anOption(1, 'Nei'), anOption(2, 'Ja')];

/** Takes the draft into use and begins an interview, in another window. */
async function useElsewhere(core: Core, draft: Draft): Promise<CoreClient> {
  const client = core.clientFor('another window');
  await client.questionnaires.takeIntoUse({ versionId: draft.versionId });
  await anInterview({ ...core, client }, draft);
  return client;
}

/** Runs a step that must be refused and must leave the file as it is, row for row. */
async function refused(core: Core, step: () => Promise<unknown>, error: object): Promise<void> {
  const before = contentOf(core.session.workspace.db);
  await expect(step()).rejects.toMatchObject(error);
  expect(contentOf(core.session.workspace.db)).toEqual(before);
}

const takenIntoUse = { code: 'UNDO_CONFLICT', data: { params: { laterLabel: 'questionnaires.takeIntoUse.undo' } } };

describe('what a draft was is not taken back once it is asked [F15]', () => {
  const changes: Readonly<Record<string, (core: Core, draft: Draft) => Promise<unknown>>> = {
    'the words of options': async (core, draft) => {
      const questionId = await add(core, draft, 'one', 'Får du hjelp?', { options });
      await core.client.questionnaires.changeQuestion({ questionId, changes: { options: turned } });
    },
    'a wording': async (core, draft) => {
      const questionId = await add(core, draft, 'open', 'Hva er bra?');
      await core.client.questionnaires.changeQuestion({ questionId, changes: { wording: { nb: 'Hva er ille?', sv: 'Vad?' } } });
    },
    'a check': async (core, draft) => {
      const questionId = await add(core, draft, 'number', 'Alder');
      const message = { nb: 'Er du under 100?' };
      await core.client.questionnaires.changeQuestion({
        questionId,
        changes: { checks: [{ severity: 'hard', expression: '. < 100', message }] },
      });
    },
    'a new question': async (core, draft) => {
      await add(core, draft, 'open', 'Hva er bra?');
      await add(core, draft, 'open', 'Hva er ille?');
    },
    'a removed question': async (core, draft) => {
      await add(core, draft, 'open', 'Hva er bra?');
      const questionId = await add(core, draft, 'open', 'Hva er ille?');
      await core.client.questionnaires.removeQuestion({ questionId });
    },
    'the order': async (core, draft) => {
      await add(core, draft, 'open', 'Hva er bra?');
      const questionId = await add(core, draft, 'open', 'Hva er ille?');
      await core.client.questionnaires.moveQuestion({ questionId, sectionId: draft.sectionId, afterId: null, parentId: null });
    },
    'when a section is asked': async (core, draft) => {
      await add(core, draft, 'open', 'Hva er bra?');
      await core.client.questionnaires.changeSection({ sectionId: draft.sectionId, relevant: '1 = 1' });
    },
    'a scale that is shared': async (core, { projectId, ...draft }) => {
      const scale = { projectId, name: 'Enighet', direction: 'rising', neutralCode: null } as const;
      const { scaleId } = await core.client.questionnaires.saveScale({ ...scale, scaleId: null, options });
      await add(core, { projectId, ...draft }, 'scale', 'Jeg blir hørt', { scaleId });
      await core.client.questionnaires.saveScale({ ...scale, scaleId, options: turned });
    },
    'the languages': async (core, draft) => {
      await add(core, draft, 'open', 'Hva er bra?');
      await core.client.questionnaires.setLanguages({ versionId: draft.versionId, languages: ['nb'] });
    },
  };

  it.each(Object.entries(changes))('%s', async (_, change) => {
    using core = openCore();
    const draft = await aDraft(core);
    await change(core, draft);
    await useElsewhere(core, draft);
    await refused(core, () => core.client.history.undo({}), takenIntoUse);
  });

  it('nor is it done again', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'one', 'Får du hjelp?', { options });
    await core.client.questionnaires.changeQuestion({ questionId, changes: { options: turned } });
    await core.client.history.undo({});
    await useElsewhere(core, draft);
    await refused(core, () => core.client.history.redo({}), takenIntoUse);
    expect((await questionIn(core, draft.versionId, questionId)).options.map(({ label }) => label.nb)).toEqual(['Ja', 'Nei']);
  });

  it('but it is when the version is a draft again, and so is what was done to a version in use', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    const questionId = await add(core, draft, 'one', 'Får du hjelp?', { options, name: 'hjelp' });
    await core.client.questionnaires.changeQuestion({ questionId, changes: { options: turned } });
    const other = core.clientFor('another window');
    await other.questionnaires.takeIntoUse({ versionId: draft.versionId });
    await other.questionnaires.reopen({ versionId: draft.versionId });
    await core.client.history.undo({});
    expect((await questionIn(core, draft.versionId, questionId)).options.map(({ label }) => label.nb)).toEqual(['Ja', 'Nei']);
    await other.questionnaires.takeIntoUse({ versionId: draft.versionId });
    await anInterview(core, draft);
    const next = await core.client.questionnaires.newVersion({ versionId: draft.versionId });
    const [copy] = await questionsIn(core, next.versionId);
    if (copy === undefined) throw new Error('one was copied');
    // A name lies with the variable, and so with the version in use too.
    await reversibly(core, () => core.client.questionnaires.changeQuestion({ questionId: copy.id, changes: { name: 'faar_hjelp' } }));
    await reversibly(core, () => core.client.questionnaires.setComparability({ questionId: copy.id, comparability: 'same' }));
  });
});

describe('a version that is in use', () => {
  it('is no draft again while it has interviews, or another draft follows it', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await add(core, draft, 'open', 'Hva er bra?');
    await core.client.questionnaires.takeIntoUse({ versionId: draft.versionId });
    const other = core.clientFor('another window');
    const next = await other.questionnaires.newVersion({ versionId: draft.versionId });
    const blockedBy = (laterLabel: string) => ({ code: 'UNDO_CONFLICT', data: { params: { laterLabel } } });
    await refused(core, () => core.client.history.undo({}), blockedBy('questionnaires.newVersion.undo'));
    await other.questionnaires.removeVersion(next);
    await anInterview({ ...core, client: other }, draft);
    await refused(core, () => core.client.history.undo({}), blockedBy('interviews.start.undo'));
    expect((await core.client.questionnaires.version({ versionId: draft.versionId })).status).toBe('in-use');
  });

  it('is not in use again with changes that were made since', async () => {
    using core = openCore();
    const draft = await aDraft(core);
    await add(core, draft, 'open', 'Hva er bra?');
    await core.client.questionnaires.takeIntoUse({ versionId: draft.versionId });
    await core.client.questionnaires.reopen({ versionId: draft.versionId });
    const other = { ...core, client: core.clientFor('another window') };
    await add(other, draft, 'one', 'Uten svar');
    await refused(core, () => core.client.history.undo({}), {
      code: 'UNDO_CONFLICT',
      data: { params: { laterLabel: 'questionnaires.addQuestion.undo' } },
    });
  });
});
