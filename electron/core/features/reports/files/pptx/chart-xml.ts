import { writeXlsx as writeWorkbook, type CellValue } from 'hucre';
import type { Language } from '../../../../../../shared/model/text.ts';
import { xmlAttribute, xmlText } from '../../../../documents/xml.ts';
import { workbookText } from '../workbook-text.ts';
import { emu } from './measures.ts';
import type { NativeChart, NativeSeries } from './native-chart.ts';
import { inks, languageTags, xmlHead } from './slide-xml.ts';

const sheet = 'Sheet1';
const axes = { category: 111_111_111, value: 222_222_222 } as const;
/** A figure smaller than this has no room in its part of a bar. It is in the notes and in the workbook. */
const leastLabelled = 4;

/** "B": the name of a spreadsheet's column, from 0. */
function columnName(at: number): string {
  const rest = String.fromCharCode(65 + (at % 26));
  return at < 26 ? rest : `${columnName(Math.floor(at / 26) - 1)}${rest}`;
}

function textXml(size: number, colour: string, language: Language): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="${languageTags[language]}"/></a:p></c:txPr>`;
}

function labelsXml({ values, ink }: NativeSeries, { kind, format }: NativeChart, language: Language): string {
  const small =
    kind === 'stacked'
      ? values.flatMap((value, at) =>
          value === null || value >= leastLabelled ? [] : [`<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`],
        )
      : [];
  const place = kind === 'stacked' ? 'ctr' : kind === 'bars' ? 'outEnd' : 't';
  return `<c:dLbls>${small.join('')}<c:numFmt formatCode="${xmlAttribute(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(12, ink, language)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

function dataXml(series: NativeSeries, at: number, { categories, format }: NativeChart): string {
  const last = categories.length + 1;
  const names = categories.map((category, place) => `<c:pt idx="${place}"><c:v>${xmlText(category)}</c:v></c:pt>`).join('');
  const numbers = series.values.map((value, place) => (value === null ? '' : `<c:pt idx="${place}"><c:v>${value}</c:v></c:pt>`)).join('');
  const column = columnName(at + 1);
  return `<c:cat><c:strRef><c:f>${sheet}!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${names}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${sheet}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode><c:ptCount val="${categories.length}"/>${numbers}</c:numCache></c:numRef></c:val>`;
}

function seriesXml(series: NativeSeries, at: number, chart: NativeChart, language: Language): string {
  const head = `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${sheet}!$${columnName(at + 1)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const fill = `<a:solidFill><a:srgbClr val="${series.fill}"/></a:solidFill>`;
  const labels = labelsXml(series, chart, language);
  const data = dataXml(series, at, chart);
  if (chart.kind === 'lines') {
    const dash = chart.isDashed ? '<a:prstDash val="dash"/>' : '<a:prstDash val="solid"/>';
    const marker = `<c:marker><c:symbol val="${series.marker}"/><c:size val="8"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr></c:marker>`;
    return `<c:ser>${head}<c:spPr><a:ln w="28575" cap="rnd">${fill}${dash}<a:round/></a:ln></c:spPr>${marker}${labels}${data}<c:smooth val="0"/></c:ser>`;
  }
  const edge = `<a:ln w="6350"><a:solidFill><a:srgbClr val="${inks.white}"/></a:solidFill></a:ln>`;
  return `<c:ser>${head}<c:spPr>${fill}${edge}</c:spPr><c:invertIfNegative val="0"/>${labels}${data}</c:ser>`;
}

function axesXml(chart: NativeChart, language: Language): string {
  const isLines = chart.kind === 'lines';
  const rule = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${inks.hairline}"/></a:solidFill></a:ln></c:spPr>`;
  const category = `<c:catAx><c:axId val="${axes.category}"/><c:scaling><c:orientation val="${isLines ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isLines ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${rule}${textXml(12, inks.text, language)}<c:crossAx val="${axes.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  // Figures stand on the bars, so their axis says nothing more.
  const { from, to } = chart.scale;
  const ends = `${to === null ? '' : `<c:max val="${to}"/>`}<c:min val="${from}"/>`;
  const grid = isLines ? `<c:majorGridlines>${rule}</c:majorGridlines>` : '';
  const value = `<c:valAx><c:axId val="${axes.value}"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="${isLines ? 0 : 1}"/><c:axPos val="${isLines ? 'l' : 't'}"/>${grid}<c:numFmt formatCode="${xmlAttribute(chart.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(11, inks.quiet, language)}<c:crossAx val="${axes.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
  return category + value;
}

/** The chart's part of the package; its numbers are in its own cache and in the workbook beside it, the same in both. */
export function chartXml(chart: NativeChart, language: Language): string {
  const series = chart.series.map((each, at) => seriesXml(each, at, chart, language)).join('');
  const ids = `<c:axId val="${axes.category}"/><c:axId val="${axes.value}"/>`;
  const drawn =
    chart.kind === 'lines'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>`
      : `<c:barChart><c:barDir val="bar"/><c:grouping val="${chart.kind === 'stacked' ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/>${chart.kind === 'stacked' ? '<c:overlap val="100"/>' : ''}${ids}</c:barChart>`;
  const legend =
    chart.series.length === 1
      ? ''
      : `<c:legend><c:legendPos val="${chart.kind === 'lines' ? 'r' : 't'}"/><c:overlay val="0"/>${textXml(12, inks.text, language)}</c:legend>`;
  return `${xmlHead}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${languageTags[language]}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${drawn}${axesXml(chart, language)}<c:spPr><a:noFill/><a:ln w="${emu(0)}"><a:noFill/></a:ln></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(12, inks.text, language)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** The workbook that opens when the chart's data are edited: what is hidden has an empty cell. */
export async function chartWorkbook({ categories, series, format }: NativeChart, madeAt: string): Promise<Uint8Array> {
  const rows: CellValue[][] = [
    [null, ...series.map(({ name }) => workbookText(name))],
    ...categories.map((category, at): CellValue[] => [workbookText(category), ...series.map(({ values }) => values[at] ?? null)]),
  ];
  const made = new Date(madeAt);
  return await writeWorkbook({
    properties: { creator: 'Røst', created: made, modified: made },
    sheets: [{ name: sheet, rows, columns: [{ width: 40 }, ...series.map(() => ({ width: 16, numFmt: format }))] }],
  });
}
