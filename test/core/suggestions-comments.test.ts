import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CodingId, ProjectId, TextId } from '../../shared/model/ids.ts';
import { finish, importInput, inspect, openEmptyWorkspace, upload } from './survey-upload-fixture.ts';

const comments = join(import.meta.dirname, '../../../shared/data/surveys/comments/patient-comments-multilabel.csv');
const hasComments = existsSync(comments);
if (!hasComments) console.warn('skipped: ../shared/data/surveys/comments is absent, so suggestions are not tried on real codings');

interface Truth {
  readonly textId: TextId;
  readonly isHeldOut: boolean;
  readonly codings: readonly { readonly id: CodingId; readonly theme: string }[];
}

/** Counted by eye's rule, apart from the program's own counting. */
function recount(truth: readonly Truth[], suggested: ReadonlyMap<string, readonly string[]>) {
  let right = 0;
  let given = 0;
  let coded = 0;
  for (const { textId, codings } of truth) {
    const own = new Set(codings.map(({ theme }) => theme));
    const said = suggested.get(textId) ?? [];
    given += said.length;
    coded += own.size;
    right += said.filter((theme) => own.has(theme)).length;
  }
  return { right, given, coded, precision: right / given, recall: right / coded };
}

describe.skipIf(!hasComments)('suggestions on 1,998 comments that people coded', () => {
  it('learnt from four fifths are right about the last fifth about as often as the program says, and beat the commonest theme', async () => {
    using core = await openEmptyWorkspace();
    const ticket = await upload(core, comments);
    const inspection = await inspect(core, ticket);
    const { reading, proposal } = inspection;
    const assigned = await finish(core.client.exchange.assignRole({ ticket, reading, mapping: proposal, column: 1, role: 'themes' }));
    const imported = await finish(core.client.exchange.importSurvey(importInput(ticket, inspection, assigned.output.mapping)));
    if (imported.output.state !== 'imported') throw new Error('refused');
    const projectId = ProjectId.parse(imported.output.projectId);
    const rows = core.session.workspace.db
      .prepare(
        `SELECT text.id AS text, interview.key AS person, coding.id AS coding, coding.theme_id AS theme FROM coding JOIN text ON text.id = text_id
         JOIN interview ON interview.key = text.interview_key ORDER BY interview.key, coding.id`,
      )
      // The statement's four columns.
      .all() as { text: string; person: number; coding: string; theme: string }[];
    // One comment is one person; every fifth of them is held out.
    const truth = [...Map.groupBy(rows, ({ text }) => text)].map(([text, on]): Truth => ({
      textId: TextId.parse(text),
      isHeldOut: (on[0]?.person ?? 0) % 5 === 0,
      codings: on.map(({ coding, theme }) => ({ id: CodingId.parse(coding), theme })),
    }));
    const heldOut = truth.filter(({ isHeldOut }) => isHeldOut);
    const taught = truth.filter(({ isHeldOut }) => !isHeldOut);
    expect(heldOut.length).toBeGreaterThan(350);
    await core.client.coding.remove({ codingIds: heldOut.flatMap(({ codings }) => codings.map(({ id }) => id)) });
    await core.client.suggestions.setOn({ projectId, isOn: true });
    const textIds = heldOut.map(({ textId }) => textId);
    await expect
      .poll(async () => (await core.client.suggestions.forTexts({ projectId, textIds: [] })).state, { timeout: 60_000, interval: 100 })
      .toBe('ready');
    const answer = await core.client.suggestions.forTexts({ projectId, textIds });
    expect(answer.learnt).toMatchObject({ texts: taught.length, persons: taught.length });
    const suggested = new Map<string, readonly string[]>(
      answer.texts.map(({ textId, themes }) => [textId, themes.map(({ themeId }) => themeId)]),
    );
    const found = recount(heldOut, suggested);
    const { measured, themes } = await core.client.suggestions.quality({ projectId });
    const told = measured?.overall;
    const commonest = themes[0]?.themeId ?? '';
    const baseline = recount(heldOut, new Map(textIds.map((id) => [id, [commonest]])));
    const show = (name: string, precision: number, recall: number) =>
      `${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
    console.warn(
      [
        show(`the program, cross-validated on ${measured?.persons} persons`, told?.precision ?? 0, told?.recall ?? 0),
        show(
          `${heldOut.length} comments it has not seen (${found.right} of ${found.given} right, ${found.coded} coded)`,
          found.precision,
          found.recall,
        ),
        show('the commonest theme everywhere', baseline.precision, baseline.recall),
      ].join('\n'),
    );
    // Every figure told is a count of what was suggested and coded.
    expect(told?.precision).toBe((told?.right ?? 0) / (told?.suggested ?? 1));
    expect(told?.recall).toBe((told?.right ?? 0) / (told?.coded ?? 1));
    expect(told?.coded).toBe(taught.reduce((sum, { codings }) => sum + codings.length, 0));
    expect(themes.reduce((sum, theme) => sum + (theme.measured?.right ?? 0), 0)).toBe(told?.right);
    for (const theme of themes) {
      const persons = taught.filter(({ codings }) => codings.some((coding) => coding.theme === theme.themeId)).length;
      expect(theme).toMatchObject({ persons, isSuggested: persons >= 10 });
      if (theme.isSuggested) expect(theme.measured).toMatchObject({ codedPersons: persons });
    }
    // Honest: what it says of itself is what comes of it.
    expect(Math.abs(found.precision - (told?.precision ?? 0))).toBeLessThan(0.08);
    expect(Math.abs(found.recall - (told?.recall ?? 0))).toBeLessThan(0.08);
    expect(found.precision).toBeGreaterThan(baseline.precision * 1.25);
    expect(found.recall).toBeGreaterThan(baseline.recall * 2);
    // Sure ones are right more often than unsure ones.
    const all = answer.texts.flatMap(({ textId, themes: own }) =>
      own.map(({ themeId, sureness }) => ({
        sureness,
        isRight: heldOut.some((one) => one.textId === textId && one.codings.some(({ theme }) => theme === themeId)),
      })),
    );
    const share = (some: typeof all): number => some.filter(({ isRight }) => isRight).length / some.length;
    expect(share(all.filter(({ sureness }) => sureness >= 0.45))).toBeGreaterThan(share(all.filter(({ sureness }) => sureness < 0.45)));
  }, 120_000);
});
