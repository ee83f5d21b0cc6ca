import { z } from 'zod';
import type { DeIdentified, Licence, RawCheck } from '../../../../shared/contract/raw-export.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import { writeDdi } from '../../ddi/index.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn, type CoreWords } from '../../words.ts';
import { nextReleaseNumber } from '../analysis/register.ts';
import { checkPackage, coarsePlace, mayBePackaged, packagedFacts } from './check-package.ts';
import { standsOut } from './check-raw.ts';
import { ddiStudy } from './ddi-study.ts';
import { enterData } from './enter-raw.ts';
import { fileDesk, offerFiles, readVersionName, type Released } from './export-raw.ts';
import type { Begin, MadeFile, Progress } from './made-file.ts';
import { makeCodebook, makeWide } from './make-csv.ts';
import { makeSpss } from './make-spss.ts';
import { manifestText, readMe } from './package-papers.ts';
import { packFiles, type ToPack } from './pack-files.ts';
import { distinct, plannedForms, type FactName, type RawSheet } from './plan.ts';
import { retold } from './retold.ts';
import type { RawInterview } from './sheets.ts';
import { openSource, type RawSource } from './source.ts';

export interface PackageInput extends DeIdentified {
  readonly licence: Licence;
  readonly language: Language;
  readonly recipient: string;
  readonly purpose: string;
}

const choices = { identifiers: false, openTexts: false, remarks: false } as const;

/** One row per person, with what was checked and nothing else: no pseudonym, no day, no text, no rounds. */
function peopleSheet({ sql }: Call, input: PackageInput): RawSheet {
  const { asked, columnsOf } = plannedForms(sql, { projectId: input.projectId, versionId: input.versionId, choices });
  const may = mayBePackaged(sql, input);
  const facts: readonly FactName[] = ['number', ...packagedFacts(input)];
  // How well something is known was not checked, and can point to who was asked how.
  const columns = asked.filter(may).flatMap(columnsOf);
  return {
    kind: 'people',
    repeat: null,
    ...distinct(
      facts,
      columns.filter(({ kind }) => kind !== 'precision'),
    ),
  };
}

/** The rows in an order that says nothing about when somebody was asked (Fisher and Yates). */
function shuffled(random: (count: number) => Uint8Array) {
  return (interviews: readonly RawInterview[]): readonly RawInterview[] => {
    const mixed = [...interviews];
    const drawn = new Uint32Array(Uint8Array.from(random(mixed.length * 4)).buffer);
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = (drawn[at] ?? 0) % (at + 1);
      const [one, two] = [mixed[at], mixed[other]];
      if (one === undefined || two === undefined) continue;
      mixed[at] = two;
      mixed[other] = one;
    }
    return mixed;
  };
}

/** What others may do with the data, in words; null where nothing is said. */
export function licenceWords(licence: Licence, words: CoreWords): string | null {
  if (licence.kind === 'none') return null;
  return licence.kind === 'own' ? licence.words : words(`rawExport.licence.${licence.kind === 'CC0-1.0' ? 'cc0' : 'ccBy'}`);
}

function openPeople(call: Call, input: PackageInput): RawSource {
  const place = coarsePlace(call.sql, input.placeLevel);
  return openSource(call.sql, {
    projectId: input.projectId,
    versionId: input.versionId,
    choices,
    language: input.language,
    plan: { sheets: [peopleSheet(call, input)] },
    placeOf: ({ place_id: id }) => {
      const told = place(id);
      return { name: told?.name ?? null, code: told?.code ?? null };
    },
    inOrder: shuffled(call.session.deps.random),
  });
}

const NameRow = z.object({ name: z.string() });

interface Made {
  readonly files: readonly MadeFile[];
  readonly rows: number;
  readonly columns: number;
}

async function* makeData(call: Call, begin: Begin, source: RawSource, input: PackageInput): AsyncGenerator<number, Made> {
  const { sql } = call;
  const [table] = source.tables;
  if (table === undefined) throw new AppError('NOT_FOUND');
  const words = wordsIn(input.language);
  const { versionId, language } = input;
  const title = words('rawExport.package.title', { project: projectName(call, input.projectId) });
  const dialect = { separator: language === 'en' ? 'comma' : 'semicolon', byteOrderMark: true } as const;
  const csv = yield* makeWide(begin, dialect, table, 'codes');
  const spss = yield* makeSpss(sql, begin, table, { versionId, interviews: source.interviews, title, withSyntax: false });
  const names = new Map(spss.renamed.map(({ from, to }) => [`${csv.fileName} ${from}`, to]));
  const described = [{ fileName: csv.fileName, columns: table.shape.columns }];
  const codebook = yield* makeCodebook(begin, dialect, `${words('rawExport.file.codebook')}.csv`, described, names);
  return { files: [csv, ...spss.files, codebook], rows: csv.rows, columns: csv.columns };
}

function projectName({ sql }: Call, projectId: string): string {
  return sql.get(NameRow, 'SELECT name FROM project WHERE id = :projectId', { projectId })?.name ?? '';
}

/** What a package is made of: its data, and what is told of them. */
interface Packing {
  readonly made: Made;
  readonly check: RawCheck;
  readonly source: RawSource;
  readonly releaseNumber: number;
}

/** The files of a package in the order in which they are read: the page to read first, data, codebook, DDI, licence. */
function packageFiles(call: Call, input: PackageInput, { made, check, source, releaseNumber }: Packing): ToPack[] {
  const { projectId, versionId, language, placeLevel } = input;
  const words = wordsIn(language);
  const producedOn = new Date(call.session.deps.now()).toISOString().slice(0, 10);
  const conditions = licenceWords(input.licence, words);
  const project = projectName(call, projectId);
  const files = source.tables.map((table) => ({ table, fileName: made.files[0]?.fileName ?? '', format: 'text/csv' }));
  const place = coarsePlace(call.sql, placeLevel);
  const placeName = (placeId: string): string | null => place(placeId)?.name ?? null;
  const study = ddiStudy(call.sql, { projectId, versionId, language, producedOn, conditions, placeName, files });
  const text = (fileName: string, content: string): ToPack => ({ fileName, content: Buffer.from(content) });
  const papers = { project, releaseNumber, producedOn, check, conditions, language, placeLevel, files: made.files };
  return [
    text(`${words('rawExport.package.readMe')}.txt`, readMe(papers)),
    ...made.files.map((each) => ({ fileName: each.fileName, content: each.file })),
    text('ddi-codebook.xml', writeDdi(study)),
    ...(conditions === null ? [] : [text(`${words('rawExport.package.licence')}.txt`, `${conditions}\n`)]),
  ];
}

/** What is in the package, checked. @throws AppError NOT_RELEASABLE, TOO_FEW when somebody stands out, or there are few */
function checkedSource(
  call: Call,
  input: PackageInput,
): { readonly check: RawCheck; readonly source: RawSource; readonly rowCount: number } {
  readVersionName(call, input);
  const check = checkPackage(call.sql, input);
  if (check.records < check.minimumBase) throw new AppError('TOO_FEW', { threshold: check.minimumBase });
  if (standsOut(check)) throw new AppError('NOT_RELEASABLE', { count: check.underThreshold }, 'rawExport.package.standsOut');
  const source = openPeople(call, input);
  const rowCount = source.tables[0]?.rowCount;
  // Whoever was interviewed twice in a wave is one record of the check and two rows: then it was not these rows that were checked.
  if (rowCount !== check.records) throw new AppError('NOT_RELEASABLE', { count: 0 }, 'rawExport.package.unlike');
  return { check, source, rowCount };
}

/**
 * De-identified data of one version as one ZIP. The check is of exactly the rows and columns that are in it, and cannot be waived.
 * @throws AppError NOT_FOUND, NOT_RELEASABLE, TOO_FEW, OUT_OF_RANGE, CANCELLED
 */
export async function* packageRaw(call: Call, input: PackageInput): AsyncGenerator<Progress, Released> {
  const { check, source, rowCount } = checkedSource(call, input);
  using desk = fileDesk(call);
  const of = 2 * rowCount;
  let done = 0;
  const made = yield* retold(makeData(call, desk.begin, source, input), (rows) => ({ done: (done = Math.min(of, done + rows)), of }));
  const releaseNumber = nextReleaseNumber(call.sql);
  const packing = packFiles(desk.begin, packageFiles(call, input, { made, check, source, releaseNumber }), (entries) => [
    { fileName: 'manifest-sha256.txt', content: Buffer.from(manifestText(entries)) },
  ]);
  const { file, entries } = yield* retold(packing, () => ({ done: of, of }));
  const { rows, columns } = made;
  const { versionId, licence, language, purpose, leftOut, placeLevel, withService } = input;
  const title = wordsIn(language)('rawExport.package.title', { project: projectName(call, input.projectId) });
  enterData(call, {
    input,
    number: releaseNumber,
    format: 'de-identified',
    definition: { kind: 'de-identified-data', versionId, leftOut, placeLevel, withService, licence, language, purpose },
    figures: { title, files: entries, rows, columns },
    check,
    checkNow: () => checkPackage(call.sql, input),
    source,
  });
  const fileName = `${wordsIn(input.language)('rawExport.package.fileName', { number: releaseNumber })}.zip`;
  return { releaseNumber, files: offerFiles(call, [{ fileName, mediaType: 'application/zip', rows, columns, file }]) };
}
