import { LetterChoice } from '../../../shared/contract/analysis.ts';
import { SummaryFigure } from '../../../shared/model/exhibit.ts';
import type { AnswerFigure, ShowChoices } from './view-state.ts';

const answerFigures = SummaryFigure.exclude(['index']).options;

/** Letters as one word: the correction, then what differs from the usual. */
function letterWord({ adjust, family, levels }: LetterChoice): string {
  return ['letters', adjust, ...(family === 'table' ? ['table'] : []), ...(levels === 'two' ? ['two'] : [])].join('.');
}

function readLetters(word: string | undefined): LetterChoice | undefined {
  if (word === undefined) return undefined;
  const parts = word.split('.');
  const adjust = LetterChoice.shape.adjust.safeParse(parts[1]).data ?? 'holm';
  return { adjust, family: parts.includes('table') ? 'table' : 'row', levels: parts.includes('two') ? 'two' : 'one' };
}

/** Everything that is on or off, as words joined by hyphens; undefined when all is as usual. */
export function writeShow(show: ShowChoices): string | undefined {
  const on = (isOn: boolean, word: string): string[] => (isOn ? [word] : []);
  const words = [
    ...on(show.percent === 'row', 'row'),
    ...on(show.percent === 'total', 'total'),
    ...on(show.percent === 'count', 'counts'),
    ...show.figures,
    ...(show.summary === undefined ? [] : [`of.${show.summary}`]),
    ...on(show.isMerged, 'merged'),
    ...on(show.hasDontKnow, 'dk'),
    ...on(!show.hasIntervals, 'plain'),
    ...on(show.isExact, 'exact'),
    ...on(show.hasTests, 'tests'),
    ...(show.letters === undefined ? [] : [letterWord(show.letters)]),
    ...on(show.hasWeights, 'weighted'),
    ...on(show.hasBases, 'bases'),
    ...(show.order === 'given' ? [] : [`by.${show.order}`]),
    ...on(show.isThemesOwn, 'own'),
    ...on(show.look === 'report', 'report'),
  ];
  return words.length === 0 ? undefined : words.join('-');
}

/** The other way; unknown words say nothing. */
export function readShow(text: string | undefined): ShowChoices {
  const words = (text ?? '').split('-');
  const has = (word: string): boolean => words.includes(word);
  const after = (begin: string): string | undefined => words.find((word) => word.startsWith(`${begin}.`))?.slice(begin.length + 1);
  const order = after('by');
  return {
    percent: has('counts') ? 'count' : has('total') ? 'total' : has('row') ? 'row' : 'column',
    figures: answerFigures.filter((figure): figure is AnswerFigure => has(figure)),
    summary: SummaryFigure.safeParse(after('of')).data,
    isMerged: has('merged'),
    hasDontKnow: has('dk'),
    hasIntervals: !has('plain'),
    isExact: has('exact'),
    hasTests: has('tests'),
    letters: readLetters(words.find((word) => word === 'letters' || word.startsWith('letters.'))),
    hasWeights: has('weighted'),
    hasBases: has('bases'),
    order: order === 'size' || order === 'net' ? order : 'given',
    isThemesOwn: has('own'),
    look: has('report') ? 'report' : 'explore',
  };
}
