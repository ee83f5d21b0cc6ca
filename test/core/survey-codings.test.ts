import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AssignedRole, ImportTarget } from '../../shared/contract/exchange.ts';
import type { SurveyMapping } from '../../shared/model/survey-file.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { finish, hashTables, importInput, inspect, openEmptyWorkspace, pluck, upload } from './survey-upload-fixture.ts';
import { newestVersion, newestWave } from './survey-target-fixture.ts';

const comments = join(import.meta.dirname, '../../../shared/data/surveys/comments/patient-comments-multilabel.csv');
const hasComments = existsSync(comments);
if (!hasComments) console.warn('skipped: ../shared/data/surveys/comments is absent, so coded comments are not imported');

type File = string | { readonly name: string; readonly content: string };

/** Sends a file in and gives columns (by header) their roles, one after the other as a person does. */
async function mapped(core: Core, from: File, roles: readonly (readonly [header: string, role: AssignedRole])[]) {
  const ticket = await upload(core, from);
  const inspection = await inspect(core, ticket);
  let mapping: SurveyMapping = inspection.proposal;
  for (const [header, role] of roles) {
    const column = mapping.columns.find((entry) => entry.header.includes(header))?.column ?? -1;
    const input = { ticket, reading: inspection.reading, mapping, column, role };
    mapping = (await finish(core.client.exchange.assignRole(input))).output.mapping;
  }
  return { ticket, inspection, mapping };
}

async function bring(core: Core, { ticket, inspection, mapping }: Awaited<ReturnType<typeof mapped>>, target?: ImportTarget) {
  const input = { ...importInput(ticket, inspection, mapping), ...(target === undefined ? {} : { target }) };
  const { output } = await finish(core.client.exchange.importSurvey(input));
  if (output.state !== 'imported') throw new Error('refused');
  return output;
}

/** Distinct respondents by theme, in the words the themes have. */
function personsByTheme(core: Core): Record<string, number> {
  const rows = core.session.workspace.db
    .prepare(
      `SELECT lower(term) AS term, count(DISTINCT respondent_id) AS n FROM coding JOIN text ON text.id = text_id
       JOIN interview ON interview.key = text.interview_key JOIN theme_term ON theme_term.theme_id = coding.theme_id AND theme_term.kind = 'preferred'
       GROUP BY coding.theme_id`,
    )
    .raw()
    .all();
  // The statement's two columns.
  return Object.fromEntries(rows as [string, number][]);
}

/** Rows by code over the six columns, counted by R or by Python; null where neither is there. */
function countElsewhere(): Record<string, number> | null {
  const r = `d<-read.csv(commandArgs(TRUE)[1],na.strings="NA",colClasses="character",encoding="UTF-8");
    m<-as.matrix(d[,grep("^cat_",names(d))]);
    l<-unlist(apply(m,1,function(x) unique(tolower(trimws(x[!is.na(x)&x!=""]))),simplify=FALSE));
    t<-table(l);cat(paste(names(t),as.integer(t),sep="=",collapse=";"))`;
  const python =
    'import csv,sys,collections\nc=collections.Counter()\n' +
    'for x in csv.DictReader(open(sys.argv[1],encoding="utf-8-sig",newline="")):\n' +
    ' c.update({x[k].strip().lower() for k in x if k.startswith("cat_")}-{"","na"})\nprint(";".join(f"{k}={v}" for k,v in c.items()))';
  for (const [tool, args] of [
    ['Rscript', ['-e', r, comments]],
    ['python3', ['-c', python, comments]],
  ] as const) {
    try {
      const said = execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
      return Object.fromEntries(said.split(';').map((pair) => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]));
    } catch {
      // The next tool counts.
    }
  }
  return null;
}

describe.skipIf(!hasComments)('coded comments of a real survey', () => {
  it('come in as answers, themes and codings: persons per theme are what another tool counts, and one undo takes all back [F48]', async () => {
    using core = await openEmptyWorkspace();
    const before = hashTables(core, 'logged');
    const given = await mapped(core, comments, [['cat_1', 'themes']]);
    expect(given.mapping.codings).toMatchObject([{ columns: [1, 2, 3, 4, 5, 6], form: 'listed', separator: null, of: 7, coder: null }]);
    const mapping = { ...given.mapping, codings: given.mapping.codings?.map((block) => ({ ...block, coder: 'Koder i filen' })) ?? [] };
    const { ticket, inspection } = given;
    const trial = await finish(
      core.client.exchange.tryMapping({ ticket, reading: inspection.reading, mapping, target: null, language: 'en' }),
    );
    const result = await bring(core, { ticket, inspection, mapping });
    // The dry run had said it.
    expect(result.codings).toEqual(trial.output.codings);
    expect(result).toMatchObject({ rowsImported: 1998, codings: { knownThemes: 0, withoutAnswer: 0 } });
    expect(pluck(core, 'SELECT count(*) FROM coding')).toBe(result.codings?.codings);
    expect(pluck(core, 'SELECT count(*) FROM theme')).toBe(result.codings?.newThemes);
    expect(
      pluck(
        core,
        `SELECT count(*) FROM coding JOIN text ON text.id = text_id JOIN actor ON actor.id = coder_id
         WHERE is_whole = 1 AND start_offset = 0 AND end_offset = length(body) AND origin = 'import' AND actor.name = 'Koder i filen'`,
      ),
      // SQLite counts characters and offsets are UTF-16 units; a handful of comments have signs beyond the first plane.
    ).toBeGreaterThan((result.codings?.codings ?? 0) * 0.95);
    const elsewhere = countElsewhere();
    if (elsewhere === null) console.warn('skipped: neither Rscript nor python3 is here to count independently');
    else expect(personsByTheme(core)).toEqual(elsewhere);
    await core.client.history.undo({});
    expect(hashTables(core, 'logged')).toEqual(before);
    await core.client.history.redo({});
    expect(pluck(core, 'SELECT count(*) FROM coding')).toBe(result.codings?.codings);
  }, 60_000);
});

const rows = (header: string, ...lines: readonly string[]): File => ({ name: 'svar.csv', content: [header, ...lines].join('\n') });

/** Longer than a word, and all unlike, so that the column is seen to hold answers. */
const said = (at: number): string => `Jeg ventet lenge på timen, og det var gang nummer ${at} på kort tid.`;

describe('columns that say how an answer was coded', () => {
  it('reads several themes in one cell, finds themes by any of their words, and makes the others [F48]', async () => {
    using core = await openEmptyWorkspace();
    const { themeId } = await core.client.themes.create({ term: 'Ventetid', language: 'nb' });
    await core.client.themes.setSynonyms({ themeId, language: 'sv', synonyms: ['väntetid'] });
    const file = rows(
      'Kode;Si mer;Tema',
      ...Array.from(
        { length: 30 },
        (_, at) => `A${at};"${said(at)}";${['VÄNTETID | Å bli hørt', 'Å bli hørt', 'NA', 'ventetid|ventetid'][at % 4]}`,
      ),
      'A90;;ventetid',
    );
    const given = await mapped(core, file, [
      ['Kode', 'respondentCode'],
      ['Si mer', 'open'],
      ['Tema', 'themes'],
    ]);
    expect(given.mapping.codings).toMatchObject([{ form: 'listed', separator: '|', of: 1 }]);
    const { codings } = await bring(core, given);
    expect(codings).toEqual({ texts: 23, codings: 31, knownThemes: 1, newThemes: 1, newNames: ['Å bli hørt'], withoutAnswer: 1 });
    expect(personsByTheme(core)).toEqual({ ventetid: 15, 'Å bli hørt': 16 });
  });

  it('reads one column of ticks per theme', async () => {
    using core = await openEmptyWorkspace();
    const file = rows(
      'Kode;Si mer;Ventetid;Medvirkning',
      ...Array.from({ length: 24 }, (_, at) => `A${at};"${said(at)}";${at % 2};${at % 3 === 0 ? 1 : 0}`),
    );
    const given = await mapped(core, file, [
      ['Kode', 'respondentCode'],
      ['Si mer', 'open'],
      ['Ventetid', 'themes'],
      ['Medvirkning', 'themes'],
    ]);
    expect(given.mapping.codings?.map(({ form, labels }) => [form, labels.map(({ label }) => label)])).toEqual([
      ['indicator', ['Ventetid']],
      ['indicator', ['Medvirkning']],
    ]);
    expect((await bring(core, given)).codings).toMatchObject({ codings: 20, newThemes: 2, withoutAnswer: 0 });
    expect(personsByTheme(core)).toEqual({ ventetid: 12, medvirkning: 8 });
  });

  it('codes answers that are here already where they read the same, once, and says which do not', async () => {
    using core = await openEmptyWorkspace();
    const lines = Array.from({ length: 24 }, (_, at) => `A${at};"${said(at)}"`);
    await bring(
      core,
      await mapped(core, rows('Kode;Si mer', ...lines), [
        ['Kode', 'respondentCode'],
        ['Si mer', 'open'],
      ]),
    );
    const coded = rows(
      'Kode;Si mer;Tema',
      ...lines.map((line, at) => `${at === 3 ? `A3;"${said(3)} Ellers bra."` : line};${at < 12 ? 'Tid' : ''}`),
    );
    const again = async () => {
      const given = await mapped(core, coded, [
        ['Kode', 'respondentCode'],
        ['Si mer', 'open'],
        ['Tema', 'themes'],
      ]);
      const versionId = newestVersion(core);
      const { ticket, inspection } = given;
      const question = (
        await finish(
          core.client.exchange.match({
            ticket,
            reading: inspection.reading,
            mapping: given.mapping,
            versionId,
            asNewVersion: false,
            language: 'en',
          }),
        )
      ).output;
      const target = {
        versionId,
        asNewVersion: false,
        mode: 'more' as const,
        waveId: newestWave(core),
        known: 'skip' as const,
        unknown: 'skip' as const,
        links: question.links,
      };
      const mapping = { ...question.mapping, codings: given.mapping.codings ?? [] };
      const trial = await finish(core.client.exchange.tryMapping({ ticket, reading: inspection.reading, mapping, target, language: 'en' }));
      return { trial: trial.output.codings, done: (await bring(core, { ticket, inspection, mapping }, target)).codings };
    };
    const before = hashTables(core, 'logged');
    const first = await again();
    expect(first.trial).toMatchObject({ texts: 11, codings: 11, newThemes: 1, withoutAnswer: 1 });
    expect(first.done).toEqual(first.trial);
    const after = hashTables(core, 'logged');
    expect((await again()).done).toMatchObject({ codings: 0, newThemes: 0, knownThemes: 1 });
    expect(pluck(core, 'SELECT count(*) FROM coding')).toBe(11);
    expect(hashTables(core, 'logged')).toEqual(after);
    await core.client.history.undo({});
    expect(hashTables(core, 'logged')).toEqual(before);
  });
});
