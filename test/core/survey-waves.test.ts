import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparability } from '../../shared/model/questionnaire.ts';
import type { TargetReport } from '../../shared/model/survey-import.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { imported, matchFile, newestVersion } from './survey-target-fixture.ts';
import { hashTables, importFile, openEmptyWorkspace, pluck } from './survey-upload-fixture.ts';

const surveys = join(import.meta.dirname, '../../../shared/data/surveys/osposurvey');
const hasSurveys = existsSync(surveys);
if (!hasSurveys) console.warn('skipped: ../shared/data/surveys is absent, so the three waves of one survey are not imported');
const wave = (year: number): string => join(surveys, `${year}.csv`);

/** Records with something in them below the header rows, counted by python's csv module; null where there is no python. */
function countByPython(year: number, above: number): number | null {
  const script =
    'import csv,sys\ncsv.field_size_limit(10**9)\nr=list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",errors="replace",newline="")))[int(sys.argv[2]):]\n' +
    'print(sum(1 for x in r if any(c.strip() for c in x)))';
  try {
    return Number(execFileSync('python3', ['-c', script, wave(year), String(above)], { encoding: 'utf8' }));
  } catch {
    return null;
  }
}

function tally({ changes }: Pick<TargetReport, 'changes'>): Record<Comparability, number> {
  const count = (wanted: Comparability): number => changes.filter(({ comparability }) => comparability === wanted).length;
  return {
    same: count('same'),
    'changed-wording': count('changed-wording'),
    'changed-options': count('changed-options'),
    new: count('new'),
  };
}

const rowsOf = (core: Core, name: string): unknown =>
  pluck(core, `SELECT count(*) FROM interview JOIN wave ON wave.id = wave_id WHERE wave.name = '${name}'`);

async function withFirst(core: Core): Promise<void> {
  await importFile(core, wave(2018));
}

describe.skipIf(!hasSurveys)('three waves of one questionnaire', () => {
  it('imports 2018, 2019 and 2020 with the same variables, and records changed wording and options [F29] [F15]', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    const second = await matchFile(core, wave(2019), { asNewVersion: true });
    const dry = (await second.dryRun()).target;
    expect(dry?.people).toMatchObject({ added: 2681, returning: 0 });
    expect(tally(dry ?? { changes: [] })).toEqual({ same: 28, 'changed-wording': 1, 'changed-options': 11, new: 27 });
    const told = imported(await second.bring({ waveName: '2019' })).target;
    expect(told).toEqual(dry);
    const third = await matchFile(core, wave(2020), { asNewVersion: true });
    const last = imported(await third.bring({ waveName: '2020' })).target;
    expect(tally(last ?? { changes: [] })).toEqual({ same: 33, 'changed-wording': 11, 'changed-options': 13, new: 13 });

    // One questionnaire, three versions; every wave has the file's rows.
    expect(pluck(core, 'SELECT count(*) FROM questionnaire')).toBe(1);
    expect(pluck(core, "SELECT group_concat(number || status, ' ' ORDER BY number) FROM questionnaire_version")).toBe(
      '1in-use 2in-use 3in-use',
    );
    expect([rowsOf(core, 'Vår'), rowsOf(core, '2019'), rowsOf(core, '2020')]).toEqual([748, 2681, 1026]);
    for (const [year, above, rows] of [
      [2018, 2, 748],
      [2019, 3, 2681],
      [2020, 2, 1026],
    ] as const) {
      const counted = countByPython(year, above);
      if (counted !== null) expect(counted).toBe(rows);
    }
    // What is recorded on the questions is what was told.
    const recorded = `SELECT count(*) FROM question JOIN questionnaire_version ON questionnaire_version.id = version_id WHERE questionnaire_version.number = `;
    expect(pluck(core, `${recorded}3 AND comparability = 'changed-wording' AND previous_id IS NOT NULL`)).toBe(11);
    expect(pluck(core, `${recorded}3 AND comparability = 'changed-options' AND previous_id IS NOT NULL`)).toBe(13);
    expect(pluck(core, `${recorded}3 AND comparability = 'new' AND previous_id IS NULL`)).toBe(13);
    expect(pluck(core, `${recorded}2`)).toBe(67);
    // 36 questions are measured in all three; what was dropped is named, and stays in the waves that asked it.
    expect(pluck(core, 'SELECT count(*) FROM (SELECT variable_id FROM question GROUP BY variable_id HAVING count(*) = 3)')).toBe(36);
    expect(last?.missing.map(({ wording }) => wording.en)).toEqual(
      expect.arrayContaining(['What industry vertical is your company in?', 'How is the program or initiative structured?']),
    );
    expect(dry?.missing).toHaveLength(8);
    expect(last?.missing).toHaveLength(10);
  }, 60_000);

  it('keeps codes across waves, reads by label, and gives what is new a code of its own [F29] [F15]', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    imported(await (await matchFile(core, wave(2019), { asNewVersion: true })).bring({ waveName: '2019' }));
    const third = await matchFile(core, wave(2020), { asNewVersion: true });
    imported(await third.bring({ waveName: '2020' }));
    const labels = (question: string, version: number): unknown =>
      pluck(
        core,
        `SELECT group_concat(code || ' ' || json_extract(answer_option.label, '$.en'), ', ' ORDER BY answer_option.ordinal) FROM question
         JOIN questionnaire_version ON questionnaire_version.id = version_id JOIN answer_option ON question_id = question.id OR answer_option.scale_id = question.scale_id
         WHERE questionnaire_version.number = ${version} AND json_extract(question.wording, '$.en') LIKE '${question}%'`,
      );
    const asked = 'How often does your average application development team';
    expect(labels(asked, 2)).not.toMatch(/Quarterly/u);
    expect(labels(asked, 3)).toBe(`${String(labels(asked, 2))}, 6 Quarterly, 7 Annually`);
    // A scale that nobody changed is one scale in all three.
    expect(
      pluck(core, "SELECT count(DISTINCT scale_id) FROM question WHERE json_extract(wording, '$.en') = 'Contribute code upstream'"),
    ).toBe(1);
    // The same words mean the same code: "Frequently" as often as the file writes it.
    const frequent = `SELECT count(*) FROM answer JOIN question ON question.key = question_key JOIN interview ON interview.key = interview_key JOIN wave ON wave.id = wave_id
      JOIN answer_option ON answer_option.scale_id = question.scale_id AND answer_option.code = answer.code
      WHERE json_extract(question.wording, '$.en') = 'Contribute code upstream' AND json_extract(answer_option.label, '$.en') = 'Frequently' AND wave.name = `;
    expect([pluck(core, `${frequent}'2019'`), pluck(core, `${frequent}'2020'`)]).toEqual([
      countCells(2019, 'Frequently', 11) ?? expect.any(Number),
      countCells(2020, 'Frequently', 11) ?? expect.any(Number),
    ]);
  }, 60_000);

  it('takes a wave back with its version, row for row, and brings both again', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    const before = hashTables(core, 'logged');
    const versionId = newestVersion(core);
    imported(await (await matchFile(core, wave(2020), { asNewVersion: true })).bring({ waveName: '2020' }));
    expect(newestVersion(core)).not.toBe(versionId);
    const after = hashTables(core, 'logged');
    await core.client.history.undo({});
    expect(hashTables(core, 'logged')).toEqual(before);
    await core.client.history.redo({});
    expect(hashTables(core, 'logged')).toEqual(after);
    expect(pluck(core, 'PRAGMA foreign_key_check')).toBeUndefined();
  }, 60_000);

  it('maps a file whose headers it has seen at once, and says so [F29]', async () => {
    using core = await openEmptyWorkspace();
    await withFirst(core);
    const again = await matchFile(core, wave(2018));
    expect(again.match.remembered).toBe('all');
    expect(again.match.links.every(({ basis, isSure }) => basis === 'remembered' && isSure)).toBe(true);
    // Everybody is there, so nothing comes in.
    expect((await again.dryRun()).target?.people).toMatchObject({ known: 748, added: 0 });
    // A file with other headers keeps what it shares and proposes the rest.
    const changed = await matchFile(core, wave(2019), { asNewVersion: true });
    expect(changed.match.remembered).toBe('some');
    expect(changed.match.links.filter(({ basis }) => basis === 'remembered').length).toBeGreaterThan(10);
  }, 60_000);
});

/** Cells of one column that hold exactly a text, counted by python; null where there is none. */
function countCells(year: number, text: string, column: number): number | null {
  const script =
    'import csv,sys\ncsv.field_size_limit(10**9)\nprint(sum(1 for x in csv.reader(open(sys.argv[1],encoding="utf-8-sig",errors="replace",newline="")) if len(x)>int(sys.argv[3]) and x[int(sys.argv[3])].strip()==sys.argv[2]))';
  try {
    return Number(execFileSync('python3', ['-c', script, wave(year), text, String(column)], { encoding: 'utf8' }));
  } catch {
    return null;
  }
}
