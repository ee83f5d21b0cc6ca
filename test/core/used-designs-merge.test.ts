import { describe, expect, it } from 'vitest';
import type { QuestionId, VersionId } from '../../shared/model/ids.ts';
import { aPath, contentOf } from '../support/a-workspace.ts';
import { copyOf, merge, openLaptop, type Laptop } from './merge-fixture.ts';
import { anInterview, anOption, questionsIn, type Draft } from './questionnaire-fixture.ts';

const options = [anOption(1, 'Ja'), anOption(2, 'Nei')];
const turned = [anOption(1, 'Nei'), anOption(2, 'Ja')];

interface Ground extends Disposable {
  readonly mine: Laptop;
  readonly theirs: Laptop;
  readonly draft: Draft;
  readonly questionId: QuestionId;
  readonly scaleId: string;
}

/** Two laptops with the same draft: a question with answers of its own, and one on a scale. */
async function twoWithADraft(): Promise<Ground> {
  const path = aPath();
  const mine = await openLaptop('Mari', path, 'create');
  const { client } = mine.core;
  const { projectId } = await client.projects.create({ name: 'Undersøkelsen', kind: 'survey', contentLanguage: 'nb' });
  const made = await client.questionnaires.create({ projectId, name: 'Skjemaet', languages: ['nb', 'sv'] });
  const scale = { projectId, scaleId: null, name: 'Enighet', direction: 'rising', neutralCode: null, options } as const;
  const { scaleId } = await client.questionnaires.saveScale({ ...scale, options });
  const place = { sectionId: made.sectionId, afterId: null, parentId: null };
  await client.questionnaires.addQuestion({
    ...place,
    question: { type: 'scale', wording: { nb: 'Jeg blir hørt', sv: 'Jag blir hörd' }, scaleId, name: 'hort' },
  });
  const { questionId } = await client.questionnaires.addQuestion({
    ...place,
    question: { type: 'one', wording: { nb: 'Får du hjelp?', sv: 'Får du hjälp?' }, options, name: 'hjelp' },
  });
  const theirs = await openLaptop('Jon', copyOf(mine));
  return {
    mine,
    theirs,
    draft: { path, projectId, ...made },
    questionId,
    scaleId,
    [Symbol.dispose]: () => {
      mine[Symbol.dispose]();
      theirs[Symbol.dispose]();
    },
  };
}

/** What somebody may do with a draft: other answers, a question more, one less, and other steps of its scale. */
async function redesign({ core }: Laptop, { draft, questionId, scaleId }: Ground): Promise<void> {
  const { client } = core;
  await client.questionnaires.changeQuestion({ questionId, changes: { options: turned } });
  await client.questionnaires.addQuestion({
    sectionId: draft.sectionId,
    afterId: questionId,
    parentId: null,
    question: { type: 'open', wording: { nb: 'Noe nytt', sv: 'Något nytt' } },
  });
  const { projectId } = draft;
  const scale = { projectId, scaleId, name: 'Enighet', direction: 'rising', neutralCode: null } as const;
  await client.questionnaires.saveScale({ ...scale, options: turned });
}

async function use({ core }: Laptop, { draft }: Ground): Promise<void> {
  await core.client.questionnaires.takeIntoUse({ versionId: draft.versionId });
  await anInterview(core, draft);
}

const asked = async ({ core }: Laptop, versionId: VersionId): Promise<string[]> =>
  (await questionsIn(core, versionId)).map(({ name, options: own }) => `${name} ${own.map(({ label }) => label.nb).join('/')}`.trim());

describe('bringing copies together [F15] [F30]', () => {
  it('leaves a version that is in use here as it was asked, whatever the copy made of the draft', async () => {
    using ground = await twoWithADraft();
    const { mine, theirs, draft } = ground;
    await redesign(theirs, ground);
    await use(mine, ground);
    const { report } = await merge(mine, theirs);
    expect(await asked(mine, draft.versionId)).toEqual(['hjelp Ja/Nei', 'hort Ja/Nei']);
    expect(report.notices).toEqual([
      { message: 'merge.designKept', params: { name: 'Skjemaet', number: 1, count: 4 } },
      { message: 'merge.scaleKept', params: { name: 'Enighet', number: 0, count: 2 } },
    ]);
    expect(report.conflicts).toEqual([]);
  });

  it('makes a draft what people were asked when the copy has taken it into use', async () => {
    using ground = await twoWithADraft();
    const { mine, theirs, draft, questionId } = ground;
    await redesign(mine, ground);
    await mine.core.client.questionnaires.removeQuestion({ questionId });
    await use(theirs, ground);
    const before = contentOf(mine.core.session.workspace.db);
    const { report } = await merge(mine, theirs);
    expect(await asked(mine, draft.versionId)).toEqual(await asked(theirs, draft.versionId));
    expect(await asked(mine, draft.versionId)).toEqual(['hjelp Ja/Nei', 'hort Ja/Nei']);
    expect((await mine.core.client.questionnaires.version({ versionId: draft.versionId })).status).toBe('in-use');
    expect(report.notices.map(({ message }) => message)).toEqual(['merge.designTaken', 'merge.scaleTaken']);
    expect(report.conflicts).toEqual([]);
    await mine.undo();
    expect(contentOf(mine.core.session.workspace.db)).toEqual(before);
  });

  it('says it when both took the version into use with other words, and lets them stand here', async () => {
    using ground = await twoWithADraft();
    const { mine, theirs, draft } = ground;
    await redesign(theirs, ground);
    await use(theirs, ground);
    await use(mine, ground);
    const { report } = await merge(mine, theirs);
    expect(await asked(mine, draft.versionId)).toEqual(['hjelp Ja/Nei', 'hort Ja/Nei']);
    expect(report.notices.map(({ message }) => message).slice(0, 2)).toEqual(['merge.designTwice', 'merge.scaleKept']);
  });

  it('takes in what may be changed of a version in use, and drafts as ever', async () => {
    using ground = await twoWithADraft();
    const { mine, theirs, draft, questionId } = ground;
    await redesign(theirs, ground);
    await merge(mine, theirs);
    expect(await asked(mine, draft.versionId)).toEqual(['hjelp Nei/Ja', 'noe_nytt', 'hort Nei/Ja']);
    await use(mine, ground);
    using other = await openLaptop('Ida', copyOf(mine));
    const next = await other.core.client.questionnaires.newVersion({ versionId: draft.versionId });
    const copied = (await questionsIn(other.core, next.versionId)).find(({ name }) => name === 'hjelp');
    if (copied === undefined) throw new Error('it was copied');
    await other.core.client.questionnaires.changeQuestion({ questionId: copied.id, changes: { name: 'faar_hjelp' } });
    const { report } = await merge(mine, other);
    expect(report.notices).toEqual([]);
    expect((await questionsIn(mine.core, draft.versionId)).find(({ id }) => id === questionId)?.name).toBe('faar_hjelp');
    expect((await questionsIn(mine.core, next.versionId)).map(({ name }) => name)).toEqual(['faar_hjelp', 'noe_nytt', 'hort']);
  });
});
