import { z } from 'zod';
import { accumulationChart, chartPalettes, toSvgString } from '../../../../shared/charts/index.ts';
import type { PatternFile } from '../../../../shared/contract/patterns.ts';
import { differencing } from '../../../../shared/disclosure/index.ts';
import { Ticket, type ProjectId } from '../../../../shared/model/ids.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { AppError } from '../../app-error.ts';
import { wordType } from '../../documents/word.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { nextReleaseNumber, readRegister } from '../analysis/register.ts';
import { makeExhibit } from '../analysis/release-exhibit.ts';
import { assertReleasable, writeRelease } from '../analysis/write-release.ts';
import { themeName } from '../themes/theme-terms.ts';
import { jointDefinition, readJoint } from './joint.ts';
import type { PatternSheet } from './pattern-sheet.ts';
import { readMaterial } from './read-material.ts';
import { readSaturation } from './saturation.ts';
import { jointSheet, saturationFigure, saturationSheet, togetherSheet, type SheetContext } from './sheets.ts';
import { countTogether } from './together.ts';
import { sheetToCsv, sheetToDocx, sheetToXlsx } from './write-sheet.ts';

export interface PatternExport {
  readonly projectId: ProjectId;
  readonly file: PatternFile;
  readonly format: 'docx' | 'xlsx' | 'csv' | 'svg';
  readonly language: Language;
  readonly recipient: string;
}

const mediaTypes = {
  docx: wordType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
} as const satisfies Record<PatternExport['format'], string>;

/** A file in the making, and how it enters the register. */
interface Made {
  readonly sheet: PatternSheet;
  readonly svg: string | null;
  /** Persons or interviews behind it. */
  readonly base: number;
  readonly enter: (commit: Parameters<Parameters<Call['commit']>[0]>[0], number: number, releasedAt: string) => void;
}

const width = 680;

const BaseRow = z.object({ id: z.string(), base: z.int() });
const baseSql = `SELECT id, json_extract(figures, '$.base') AS base FROM release
WHERE project_id = :projectId AND json_extract(definition, '$.kind') = 'pattern' AND json_extract(definition, '$.view') = :view`;

/** Refuses what could be subtracted from something that has left before, so that fewer persons than the threshold are left. @throws AppError NOT_RELEASABLE */
function refuseSubtraction({ sql }: Call, { projectId, file }: PatternExport, base: number): void {
  const { rule } = readProjectFacts(sql, projectId);
  const own = sql.all(BaseRow, baseSql, { projectId, view: file.view }).map((row) => ({ releaseId: row.id, base: row.base }));
  // Tables of themes stand on the same persons.
  const tables = readRegister(sql, projectId).flatMap(({ id, definition, figures }) => {
    const n = figures.columns[0]?.base?.n ?? null;
    const isWhole = definition.kind === 'themes' && definition.filter === undefined && definition.columns === undefined;
    return isWhole && n !== null ? [{ releaseId: id, base: n }] : [];
  });
  const earlier = [...own, ...(file.view === 'together' ? tables : [])].map((each) => ({ ...each, item: 'themes', group: 'all' }));
  const found = differencing([{ item: 'themes', group: 'all', base }], earlier, rule);
  if (found.length > 0) throw new AppError('NOT_RELEASABLE', { count: found.length });
}

/** Enters what is no table of analysis: what was asked, and every figure that left. */
function entry(
  call: Call,
  { projectId, file, format, language, recipient }: PatternExport,
  sheet: PatternSheet,
  base: number,
): Made['enter'] {
  return (operation, number, releasedAt) => {
    operation.label({ number }, 'analysis.export.deed');
    call.sql.insert('release', {
      id: call.workspace.newId(),
      number,
      project_id: projectId,
      exhibit_id: null,
      definition: JSON.stringify({ kind: 'pattern', ...file, language }),
      figures: JSON.stringify({ title: sheet.title, base, header: sheet.header, rows: sheet.rows, notes: sheet.notes }),
      format,
      recipient: recipient === '' ? null : recipient,
      released_by: call.actorId,
      released_at: releasedAt,
      recalled_at: null,
    });
  };
}

function contextOf({ sql }: Call, { projectId, language }: PatternExport, number: number): SheetContext {
  const words = wordsIn(language);
  const facts = readProjectFacts(sql, projectId);
  return {
    words,
    themeName: (themeId) => themeName(sql, themeId, language),
    source: `${facts.name} · ${words('charts.source.release', { number })}`,
    rule: facts.rule,
  };
}

function makeTogether(call: Call, input: PatternExport, file: Extract<PatternFile, { view: 'together' }>, context: SheetContext): Made {
  const together = countTogether(readMaterial(call.sql, input.projectId, file.scope), file.unit, context.rule);
  if (together.persons < context.rule.minimumBase || together.pairs.every(({ isHidden }) => isHidden))
    throw new AppError('TOO_FEW', { threshold: context.rule.threshold });
  refuseSubtraction(call, input, together.persons);
  const sheet = togetherSheet(together, file.measure, context);
  return { sheet, svg: null, base: together.persons, enter: entry(call, input, sheet, together.persons) };
}

function makeSaturation(call: Call, input: PatternExport, file: Extract<PatternFile, { view: 'saturation' }>, context: SheetContext): Made {
  const { projectId, language } = input;
  const view = readSaturation(call.sql, projectId, readMaterial(call.sql, projectId, file.scope), context.rule);
  if (!view.mayLeave) throw new AppError('TOO_FEW', { threshold: context.rule.threshold });
  refuseSubtraction(call, input, view.cases.length);
  const sheet = saturationSheet(view, context);
  const figure = saturationFigure(view, language, context);
  const svg = toSvgString(accumulationChart(figure, { palette: chartPalettes.light, width, frame: 'file' }));
  return { sheet, svg, base: view.cases.length, enter: entry(call, input, sheet, view.cases.length) };
}

/** A joint display is a table of analysis with words beside it, and is entered as that table. */
function makeJoint(call: Call, input: PatternExport, file: Extract<PatternFile, { view: 'joint' }>, context: SheetContext): Made {
  const { projectId, language, format, recipient } = input;
  const wanted = { projectId, variableId: file.variableId, cuts: file.cuts, language };
  const createdAt = new Date(call.session.deps.now()).toISOString();
  const joint = readJoint(call.sql, wanted, createdAt);
  if (joint.tooSmall.length > 0) throw new AppError('TOO_FEW', { threshold: 5 });
  const definition = jointDefinition(call.sql, wanted);
  const made = makeExhibit(call.sql, { projectId, definition, createdAt });
  assertReleasable(call.sql, made, { projectId, definition });
  const wording = readQuestions(call.sql, projectId).formsOf(file.variableId)[0]?.wording ?? {};
  return {
    sheet: jointSheet(joint, localised(wording, language), context),
    svg: null,
    base: made.raw.persons,
    enter: (operation, number, releasedAt) =>
      writeRelease(call, operation, {
        projectId,
        definition,
        exhibit: { ...made.exhibit, releaseNumber: number },
        format,
        recipient,
        releasedAt,
      }),
  };
}

function make(call: Call, input: PatternExport, context: SheetContext): Made {
  const { file } = input;
  if (file.view === 'together') return makeTogether(call, input, file, context);
  return file.view === 'saturation' ? makeSaturation(call, input, file, context) : makeJoint(call, input, file, context);
}

async function bytesOf({ sheet, svg }: Made, { format, language }: PatternExport): Promise<Uint8Array> {
  if (format === 'csv') return sheetToCsv(sheet, language);
  if (format === 'xlsx') return await sheetToXlsx(sheet, language);
  if (format === 'docx') return await sheetToDocx(sheet, language);
  // Only the curve is a picture.
  if (svg === null) throw new AppError('NOT_FOUND');
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}`);
}

/**
 * Lets a pattern out: counted and checked anew, made into a file, entered in the register, put out for one download.
 * @throws AppError NOT_RELEASABLE, TOO_FEW, NOT_FOUND, CODING_IS_BLIND
 */
export async function* exportPattern(
  call: Call,
  input: PatternExport,
): AsyncGenerator<{ done: number; of: number }, { ticket: Ticket; fileName: string; releaseNumber: number }> {
  const releaseNumber = nextReleaseNumber(call.sql);
  const made = make(call, input, contextOf(call, input, releaseNumber));
  yield { done: 1, of: 2 };
  const bytes = await bytesOf(made, input);
  call.commit((operation) => {
    // Between the steps another window may have released something; then this file's number, and its check, are void.
    if (nextReleaseNumber(call.sql) !== releaseNumber) throw new AppError('CANCELLED');
    made.enter(operation, releaseNumber, new Date(call.session.deps.now()).toISOString());
  });
  const fileName = `${releaseNumber} – ${made.sheet.fileName}.${input.format}`.replaceAll(/[\\/:*?"<>|]+/gu, ' ');
  return { ticket: Ticket.parse(call.session.blobs.offer(fileName, mediaTypes[input.format], bytes)), fileName, releaseNumber };
}
