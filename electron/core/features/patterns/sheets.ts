import type { JointView, SaturationView, Together } from '../../../../shared/contract/patterns.ts';
import type { DisclosureRule } from '../../../../shared/disclosure/index.ts';
import type { AccumulationFigure, PictureSource } from '../../../../shared/charts/index.ts';
import type { ReleasedCell } from '../../../../shared/model/exhibit.ts';
import type { CoreWords } from '../../words.ts';
import type { PatternSheet, SheetCell } from './pattern-sheet.ts';

/** What every sheet says of itself. */
export interface SheetContext {
  readonly words: CoreWords;
  readonly themeName: (themeId: string) => string;
  /** "Fjordvik · Utlevering 12". */
  readonly source: string;
  /** The same for a picture, which says its release itself. */
  readonly picture: PictureSource;
  readonly rule: DisclosureRule;
}

const hidden = ':';

function hiddenNotes(isHidden: boolean, { words, rule }: SheetContext): string[] {
  return isHidden ? [`${hidden} ${words('charts.legend.hidden')} ${words('patterns.file.rule', { threshold: rule.threshold })}`] : [];
}

/** Pairs of themes that meet, those whose numbers may be shown with their numbers. */
export function togetherSheet(together: Together, measure: 'jaccard' | 'overlap', context: SheetContext): PatternSheet {
  const { words, themeName } = context;
  const alone = new Map(together.themes.map((theme) => [theme.themeId as string, theme]));
  const single = (themeId: string): SheetCell => {
    const theme = alone.get(themeId);
    return theme === undefined || theme.isHidden ? hidden : { count: theme.count };
  };
  // Those that are hidden come last and by name: their order would tell their size.
  const shown = together.pairs.filter(({ isHidden }) => !isHidden);
  const met = new Set(together.pairs.map(({ first, second }) => `${first} ${second}`));
  // Where nobody has both, and that may not be known: to leave it out of the list would say so.
  const nobody = (together.released?.pairs ?? []).filter(
    ({ first, second, n, isLine }) => n === null && !isLine && !met.has(`${first} ${second}`) && !met.has(`${second} ${first}`),
  );
  const unseen = [...together.pairs.filter(({ isHidden }) => isHidden), ...nobody]
    .map((pair) => ({ pair, name: `${themeName(pair.first)} ${themeName(pair.second)}` }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ pair: { first, second } }): SheetCell[] => [
      themeName(first),
      themeName(second),
      single(first),
      single(second),
      hidden,
      hidden,
    ]);
  const unequal = shown.filter(({ isUnequal }) => isUnequal);
  return {
    fileName: words('patterns.file.together'),
    title: words('patterns.file.together'),
    subtitle: words(`patterns.together.said.${together.unit}`, { persons: together.persons }),
    header: [
      words('patterns.together.first'),
      words('patterns.together.second'),
      words('patterns.together.n1'),
      words('patterns.together.n2'),
      words('patterns.together.n12'),
      words(`patterns.measure.${measure}`),
    ],
    rows: [
      ...shown.map((pair): SheetCell[] => [
        themeName(pair.first),
        themeName(pair.second),
        single(pair.first),
        single(pair.second),
        { count: pair.both },
        { share: pair[measure] },
      ]),
      ...unseen,
    ],
    notes: [
      words(`patterns.measure.${measure}Said`),
      ...(unequal.length === 0 ? [] : [words('patterns.together.unequalMany', { count: unequal.length })]),
      ...hiddenNotes(unseen.length > 0 || together.themes.some(({ themeId }) => single(themeId) === hidden), context),
    ],
    source: context.source,
  };
}

/** What the runs and the curve say, in words: always of this sample and this codebook. */
export function saturationNotes(view: SaturationView, words: CoreWords): string[] {
  const { runs } = view;
  const cases = view.cases.length;
  return [
    words('patterns.saturation.here', { cases, themes: view.themes }),
    runs === null
      ? words('patterns.saturation.tooFew', { needed: view.baseSize + view.runLength })
      : words('patterns.saturation.reached', {
          isReached: runs.reachedFive === null ? 'no' : 'yes',
          after: runs.reachedFive ?? 0,
          run: view.runLength,
          base: view.baseSize,
        }),
    ...(runs === null || runs.reachedNone === null
      ? []
      : [words('patterns.saturation.none', { after: runs.reachedNone, run: view.runLength })]),
    ...(view.unseen === null ? [] : [words('patterns.saturation.unseen', { count: Math.round(view.unseen) })]),
  ];
}

/** The curve, from the threshold of interviews on: for fewer it would speak of one or two of them. */
export function saturationSheet(view: SaturationView, context: SheetContext): PatternSheet {
  const { words, rule } = context;
  return {
    fileName: words('patterns.file.saturation'),
    title: words('patterns.file.saturation'),
    subtitle: words('patterns.saturation.curveSaid'),
    header: [words('patterns.saturation.casesAxis'), words('patterns.saturation.curve')],
    rows: view.curve
      .map((themes, cases): SheetCell[] => [{ count: cases }, { share: Math.round(themes * 100) / 100 }])
      .slice(rule.threshold),
    notes: saturationNotes(view, words),
    source: context.source,
  };
}

/** The same as a figure for print. */
export function saturationFigure(view: SaturationView, language: string, context: SheetContext): AccumulationFigure {
  const { words, rule } = context;
  const notes = saturationNotes(view, words);
  return {
    title: words('patterns.file.saturation'),
    description: notes.join(' '),
    language,
    curve: view.curve,
    from: rule.threshold,
    newByCase: null,
    likely: view.unseen === null ? null : view.themes + view.unseen,
    words: {
      casesAxis: words('patterns.saturation.casesAxis'),
      themesAxis: words('patterns.saturation.themesAxis'),
      curve: words('patterns.saturation.curve'),
      newThemes: words('patterns.saturation.newThemes'),
      likely: words('patterns.saturation.likely'),
    },
    notes: [...notes, context.source],
  };
}

function shareText(cell: ReleasedCell, words: CoreWords): string {
  switch (cell.state) {
    case 'shown':
      return words('patterns.file.share', {
        percent: cell.percent,
        hasInterval: cell.low === null || cell.high === null ? 'no' : 'yes',
        low: cell.low ?? 0,
        high: cell.high ?? 0,
      });
    case 'words':
      return words(`charts.cell.${cell.words}`);
    case 'hidden':
      return hidden;
    default:
      return '..';
  }
}

/** Themes by groups of scores with a cleared quote and what was concluded. */
export function jointSheet({ view, quotes, judgements, topBox, topKey }: JointView, score: string, context: SheetContext): PatternSheet {
  const { words } = context;
  const { released } = view;
  const labelOf = new Map(released.columns.map(({ key, label }) => [key, label]));
  const judged = new Map(judgements.map((each) => [each.themeId as string, each]));
  return {
    fileName: words('patterns.file.joint'),
    title: words('patterns.file.jointTitle', { score }),
    subtitle: words('patterns.joint.said'),
    header: [
      words('charts.table.theme'),
      ...released.columns.map(({ label, base }) => `${label}\nn = ${base?.n ?? hidden}`),
      words('patterns.joint.quote'),
      words('patterns.joint.inference'),
    ],
    rows: released.rows.map((row) => {
      const quote = quotes.find(({ themeId }) => themeId === row.key);
      const judgement = judged.get(row.key);
      return [
        row.label,
        ...row.cells.map((cell) => shareText(cell, words)),
        quote === undefined ? '' : words('patterns.file.quote', { body: quote.body, group: labelOf.get(quote.group) ?? '' }),
        [judgement?.inference == null ? '' : words(`patterns.inference.${judgement.inference}`), judgement?.words ?? '']
          .filter((part) => part !== '')
          .join('. '),
      ];
    }),
    notes: [
      ...(topBox === null ? [] : [words('patterns.joint.top', { ...topBox, group: labelOf.get(topKey) ?? '' })]),
      ...released.notes,
      ...hiddenNotes(released.symbolsUsed.includes(':'), context),
    ],
    source: context.source,
  };
}
