import {
  accumulationChart,
  chartPalettes,
  togetherChart,
  togetherFigureOf,
  togetherWords,
  type SvgNode,
} from '../../../../shared/charts/index.ts';
import type { PatternFile, ThemeScope, Together } from '../../../../shared/contract/patterns.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { gateTools } from '../analysis/gate-tools.ts';
import type { Claim } from '../analysis/claims.ts';
import { pictureWidth, writePicture } from '../analysis/files/write-picture.ts';
import { makeExhibit } from '../analysis/release-exhibit.ts';
import { releaseFile, type ReleasedFile, type ReleaseFile } from '../analysis/release-file.ts';
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
  readonly format: 'docx' | 'xlsx' | 'csv' | 'svg' | 'png';
  readonly language: Language;
  readonly recipient: string;
}

/** A pattern on its way out: as a table, as a picture where it is one, and how it enters the register. */
interface Made extends Pick<ReleaseFile, 'enter'> {
  readonly sheet: PatternSheet;
  readonly picture: SvgNode | null;
}

const drawing = { palette: chartPalettes.light, width: pictureWidth, frame: 'file' } as const;

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

/** Themes together stand on the same persons as tables of themes, and where persons are counted tell how many have each theme. */
function togetherClaim({ persons, themes, unit }: Together, scope: ThemeScope): Claim {
  const shown = unit === 'person' ? themes.flatMap(({ themeId, isHidden }) => (isHidden ? [] : [themeId])) : [];
  return { ...wholeClaim, item: 'themes', base: persons, shown, isOwn: scope === 'own' };
}

function contextOf({ sql }: Call, { projectId, language }: PatternExport, number: number): SheetContext {
  const words = wordsIn(language);
  const facts = readProjectFacts(sql, projectId);
  return {
    words,
    themeName: (themeId) => themeName(sql, themeId, language),
    source: `${facts.name} · ${words('charts.source.release', { number })}`,
    picture: { source: facts.name, language, releaseNumber: number },
    rule: facts.rule,
  };
}

/** Persons as half a matrix; other units are no picture. */
function togetherPicture({ released, leftOut }: Together, { picture, words, themeName: nameOf }: SheetContext): SvgNode | null {
  if (released === null) return null;
  const figure = togetherFigureOf({ ...released, leftOut }, nameOf, picture, words);
  return togetherChart(figure, togetherWords(figure, words), drawing);
}

function makeTogether(call: Call, input: PatternExport, file: Extract<PatternFile, { view: 'together' }>, context: SheetContext): Made {
  const together = countTogether(readMaterial(call.sql, input.projectId, file.scope), file.unit, context.rule);
  if (together.persons < context.rule.minimumBase || together.pairs.every(({ isHidden }) => isHidden))
    throw new AppError('TOO_FEW', { threshold: context.rule.threshold });
  const claim = togetherClaim(together, file.scope);
  assertNotSubtractable(call.sql, [claim], { ...input, rule: context.rule });
  const sheet = togetherSheet(together, file.measure, context);
  return { sheet, picture: togetherPicture(together, context), enter: entry(call, input, sheet, claim) };
}

function makeSaturation(call: Call, input: PatternExport, file: Extract<PatternFile, { view: 'saturation' }>, context: SheetContext): Made {
  const { projectId, language } = input;
  const view = readSaturation(call.sql, projectId, readMaterial(call.sql, projectId, file.scope), context.rule);
  if (!view.mayLeave) throw new AppError('TOO_FEW', { threshold: context.rule.threshold });
  const claim: Claim = { ...wholeClaim, item: 'saturation', base: view.cases.length };
  assertNotSubtractable(call.sql, [claim], { ...input, rule: context.rule });
  const sheet = saturationSheet(view, context);
  const picture = accumulationChart(saturationFigure(view, language, context), drawing);
  return { sheet, picture, enter: entry(call, input, sheet, claim) };
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
    picture: null,
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

async function bytesOf(call: Call, { sheet, picture }: Made, { format, language }: PatternExport): Promise<Uint8Array> {
  if (format === 'csv') return sheetToCsv(sheet, language);
  if (format === 'xlsx') return await sheetToXlsx(sheet, language);
  if (format === 'docx') return await sheetToDocx(sheet, language);
  if (picture === null) throw new AppError('NOT_FOUND');
  return await writePicture(call, picture, format);
}

/**
 * Lets a pattern out. A picture is one of themes together with the same person, or of the curve; else there is none.
 * @throws AppError NOT_RELEASABLE, TOO_FEW, NOT_FOUND, CODING_IS_BLIND, CANCELLED
 */
export async function* exportPattern(call: Call, input: PatternExport): AsyncGenerator<{ done: number; of: number }, ReleasedFile> {
  return yield* releaseFile(call, (number) => {
    const made = make(call, input, contextOf(call, input, number));
    return { name: made.sheet.fileName, format: input.format, bytes: () => bytesOf(call, made, input), enter: made.enter };
  });
}
