import { xmlAttribute, xmlText } from '../documents/xml.ts';
import { spokenIn, type DdiCategory, type DdiFile, type DdiStudy, type DdiText, type DdiVariable } from './ddi-codebook.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlAttribute(value)}"`]))
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>`;
}

/** An element that is left out where there is nothing in it. */
function part(name: string, ...children: readonly string[]): string {
  const inside = children.join('');
  return inside === '' ? '' : `<${name}>${inside}</${name}>`;
}

/** One element per language of a text. */
function texts(name: string, text: DdiText | null, attributes: Attributes = {}): string {
  return text === null
    ? ''
    : spokenIn(text)
        .map((each) => tag(name, { ...attributes, 'xml:lang': each.language }, xmlText(each.text)))
        .join('');
}

/** An element with a text in the study's language. */
function line({ language }: DdiStudy, name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null || text.trim() === '' ? '' : tag(name, { ...attributes, 'xml:lang': language }, xmlText(text));
}

/**
 * A study as DDI-Codebook 2.5, UTF-8: the study, its files and every variable with question, values and reasons for no answer. Frequencies
 * are in it only where a category carries a count, which is the caller's to have released. Ids are those given.
 */
export function writeDdi(study: DdiStudy): string {
  const groups = study.files.flatMap((file) => file.groups);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'codeBook',
    {
      xmlns: 'ddi:codebook:2_5',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'ddi:codebook:2_5 https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
      version: '2.5',
      'xml:lang': study.language,
    },
    documentPart(study),
    studyPart(study),
    ...study.files.map(filePart),
    part(
      'dataDscr',
      ...groups.map(({ id, name, label, variableIds }) =>
        tag('varGrp', { ID: id, type: 'multipleResp', name, var: variableIds.join(' ') }, texts('labl', label)),
      ),
      ...study.files.flatMap((file) => file.variables.map((variable) => variablePart(file, variable))),
    ),
  )}\n`;
}

function citation(study: DdiStudy, ...rest: readonly string[]): string {
  const title = part('titlStmt', line(study, 'titl', study.title), tag('IDNo', {}, xmlText(study.id)));
  return part('citation', title, ...rest);
}

function documentPart(study: DdiStudy): string {
  const day = study.producedOn;
  return part('docDscr', citation(study, part('prodStmt', tag('prodDate', { date: day }, day), tag('software', {}, 'Røst'))));
}

function studyPart(study: DdiStudy): string {
  const authors = part('rspStmt', ...study.authors.map((name) => tag('AuthEnty', {}, xmlText(name))));
  const dates = study.collected.map(({ event, day, cycle }) => tag('collDate', { date: day, event, cycle }, day));
  return part(
    'stdyDscr',
    citation(study, authors, part('prodStmt', tag('prodDate', { date: study.producedOn }, study.producedOn), tag('software', {}, 'Røst'))),
    part(
      'stdyInfo',
      line(study, 'abstract', study.abstract),
      line(study, 'abstract', study.purpose, { contentType: 'purpose' }),
      part(
        'sumDscr',
        ...dates,
        line(study, 'nation', study.nation),
        ...study.geography.map((name) => line(study, 'geogCover', name)),
        line(study, 'anlyUnit', study.analysisUnit),
        line(study, 'universe', study.universe),
      ),
    ),
    part(
      'method',
      part(
        'dataColl',
        line(study, 'timeMeth', study.timeMethod),
        line(study, 'sampProc', study.sampling),
        line(study, 'deviat', study.deviations),
        ...study.modes.map((mode) => line(study, 'collMode', mode)),
        line(study, 'weight', study.weighting),
      ),
      part('anlyInfo', line(study, 'respRate', study.responseRate)),
    ),
    part('dataAccs', part('useStmt', line(study, 'confDec', study.confidentiality), line(study, 'conditions', study.conditions))),
    ...study.notes.map((note) => line(study, 'notes', note)),
  );
}

function filePart({ id, name, content, format, cases, variables }: DdiFile): string {
  const dimensions = part('dimensns', `<caseQnty>${cases}</caseQnty>`, `<varQnty>${variables.length}</varQnty>`);
  return tag(
    'fileDscr',
    { ID: id, URI: name },
    // One content in one language: the element may stand once.
    part('fileTxt', tag('fileName', {}, xmlText(name)), fileContent(content), dimensions, tag('fileType', {}, xmlText(format))),
  );
}

function fileContent(content: DdiText): string {
  const [first] = spokenIn(content);
  return first === undefined ? '' : tag('fileCont', { 'xml:lang': first.language }, xmlText(first.text));
}

function categoryPart({ value, label, isMissing, count }: DdiCategory): string {
  return tag(
    'catgry',
    isMissing ? { missing: 'Y' } : {},
    `<catValu>${value}</catValu>`,
    texts('labl', label),
    count === undefined ? '' : `<catStat type="freq">${count}</catStat>`,
  );
}

function rangePart(variable: DdiVariable): string {
  const { range, decimals } = variable;
  if (range === null) return '';
  const limits = { min: range.min?.toString(), max: range.max?.toString() };
  if (limits.min === undefined && limits.max === undefined) return '';
  return part('valrng', tag('range', { UNITS: decimals > 0 ? 'REAL' : 'INT', ...limits }));
}

function invalidPart({ categories }: DdiVariable): string {
  const codes = categories.flatMap(({ value, isMissing }) => (isMissing ? [value] : []));
  if (codes.length === 0) return '';
  return part('invalrng', tag('range', { UNITS: 'INT', min: String(Math.min(...codes)), max: String(Math.max(...codes)) }));
}

function questionPart({ question }: DdiVariable): string {
  if (question === null) return '';
  const { number, lead, wording, instruction } = question;
  return tag('qstn', { seqNo: number }, texts('preQTxt', lead), texts('qstnLit', wording), texts('ivuInstr', instruction));
}

function variablePart(file: DdiFile, variable: DdiVariable): string {
  const { id, name, label, kind, nature, decimals, isWeight, categories, universe, notes } = variable;
  const format = {
    type: kind === 'character' ? 'character' : 'numeric',
    schema: 'other',
    ...(kind === 'date' ? { category: 'date' } : {}),
  };
  return tag(
    'var',
    {
      ID: id,
      name,
      files: file.id,
      dcml: kind === 'numeric' ? String(decimals) : undefined,
      intrvl: kind === 'numeric' && nature === 'ratio' ? 'contin' : 'discrete',
      nature,
      wgt: isWeight ? 'wgt' : undefined,
    },
    tag('location', { fileid: file.id }),
    texts('labl', label),
    questionPart(variable),
    rangePart(variable),
    invalidPart(variable),
    texts('universe', universe),
    ...categories.map(categoryPart),
    tag('varFormat', format),
    ...notes.map((note) => texts('notes', note)),
  );
}
