import { accumulationChart, chartPalettes, toSvgString } from '../../../../shared/charts/index.ts';
import type { PatternFile, ThemeScope, Together } from '../../../../shared/contract/patterns.ts';
import { Ticket, type ProjectId } from '../../../../shared/model/ids.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { AppError } from '../../app-error.ts';
import { wordType } from '../../documents/word.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { gateTools } from '../analysis/gate-tools.ts';
import type { Claim } from '../analysis/claims.ts';
import { nextReleaseNumber } from '../analysis/register.ts';
import { makeExhibit } from '../analysis/release-exhibit.ts';
import { assertNotSubtractable, assertReleasable, enterRelease, writeRelease } from '../analysis/write-release.ts';
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

/** What is no table of analysis: every figure that left, and what could be subtracted from it. */
function entry(
  call: Call,
  { projectId, file, format, language, recipient }: PatternExport,
  sheet: PatternSheet,
  claim: Claim,
): Made['enter'] {
  return (operation, number, releasedAt) => {
    const { title, header, rows, notes } = sheet;
    const definition = { kind: 'pattern', ...file, language };
    const figures = { title, base: claim.base, header, rows, notes, claims: [claim] };
    enterRelease(call, operation, { projectId, number, definition, figures, format, recipient, releasedAt });
  };
}

/** A base of everybody, of whom nothing else is said. */
const wholeClaim = { conditions: {}, group: 'all', hidden: [], shown: [], layout: 'apart', isOwn: null, most: 1 } satisfies Partial<Claim>;

/** Themes together stand on the same persons as tables of themes, and where persons are counted tell how many have each theme of a pair in print. */
function togetherClaim({ persons, pairs, unit }: Together, scope: ThemeScope): Claim {
  const printed = unit === 'person' ? pairs.filter(({ isHidden }) => !isHidden) : [];
  const shown = [...new Set(printed.flatMap(({ first, second }) => [first, second]))];
  return { ...wholeClaim, item: 'themes', base: persons, shown, isOwn: scope === 'own' };
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
  const claim = togetherClaim(together, file.scope);
  assertNotSubtractable(call.sql, [claim], { ...input, rule: context.rule });
  const sheet = togetherSheet(together, file.measure, context);
  return { sheet, svg: null, base: together.persons, enter: entry(call, input, sheet, claim) };
}

function makeSaturation(call: Call, input: PatternExport, file: Extract<PatternFile, { view: 'saturation' }>, context: SheetContext): Made {
  const { projectId, language } = input;
  const view = readSaturation(call.sql, projectId, readMaterial(call.sql, projectId, file.scope), context.rule);
  if (!view.mayLeave) throw new AppError('TOO_FEW', { threshold: context.rule.threshold });
  const claim: Claim = { ...wholeClaim, item: 'saturation', base: view.cases.length };
  assertNotSubtractable(call.sql, [claim], { ...input, rule: context.rule });
  const sheet = saturationSheet(view, context);
  const figure = saturationFigure(view, language, context);
  const svg = toSvgString(accumulationChart(figure, { palette: chartPalettes.light, width, frame: 'file' }));
  return { sheet, svg, base: view.cases.length, enter: entry(call, input, sheet, claim) };
}

/** A joint display is a table of analysis with words beside it, and is entered as that table. */
function makeJoint(call: Call, input: PatternExport, file: Extract<PatternFile, { view: 'joint' }>, context: SheetContext): Made {
  const { projectId, language, format, recipient } = input;
  const wanted = { projectId, variableId: file.variableId, cuts: file.cuts, language };
  const createdAt = new Date(call.session.deps.now()).toISOString();
  const joint = readJoint(call.sql, wanted, createdAt, gateTools(call));
  if (joint.tooSmall.length > 0) throw new AppError('TOO_FEW', { threshold: 5 });
  const definition = jointDefinition(call.sql, wanted);
  const made = makeExhibit(call.sql, { projectId, definition, createdAt, tools: gateTools(call) });
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
