/**
 * Colours of charts. The interface takes its colours from the tokens, but a chart is also a file: SVG and PNG are opened
 * where no style sheet exists, so the same values stand here as literals. This is the only TypeScript file that may
 * hold a colour. On screen the same literals are used, so that screen and file are one picture.
 */

export type PaletteName = 'light' | 'dark' | 'print';

/** Patterns that tell fills apart without colour. */
export type FillPattern = 'lines' | 'dense-lines' | 'dots';

/** One step of a scale: the fill, the ink of a figure on it, and its pattern in print. */
export interface ScaleFill {
  readonly fill: string;
  readonly ink: string;
  readonly pattern?: FillPattern;
  /** Colour of the pattern's lines or dots; the figure then stands on a plate in the surface colour. */
  readonly patternInk?: string;
}

export interface ChartPalette {
  readonly name: PaletteName;
  readonly surface: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly hairline: string;
  /** Lines of the hatch that stands for a hidden figure. */
  readonly hatch: string;
  readonly control: string;
  /** Outline of a whole bar. */
  readonly outline: string;
  readonly accent: string;
  readonly onAccent: string;
  /** What is overdue; always beside the word. */
  readonly late: string;
  /** Answers outside the scale: vet ikke, uten svar. */
  readonly aside: string;
  /** Band behind the current row. */
  readonly selected: string;
  /** Most steps first to last; `fillsOf` picks from them. */
  readonly diverging5: readonly ScaleFill[];
  readonly diverging6: readonly ScaleFill[];
  readonly sequential6: readonly ScaleFill[];
  readonly categorical5: readonly ScaleFill[];
  /** Colours of lines, in the order of series; in print greys, since shapes and labels tell them apart. */
  readonly lines5: readonly string[];
}

const DARK_INK = '#16202c';
const WHITE = '#ffffff';

function fills(colours: string, inks: readonly string[]): ScaleFill[] {
  return colours.split(' ').map((fill, at) => ({ fill, ink: inks[at] ?? DARK_INK }));
}

function printFill(fill: string, ink: string, pattern?: FillPattern, patternInk?: string): ScaleFill {
  return { fill, ink, ...(pattern === undefined ? {} : { pattern }), ...(patternInk === undefined ? {} : { patternInk }) };
}

const light: ChartPalette = {
  name: 'light',
  surface: WHITE,
  text: '#1a222e',
  text2: '#49505b',
  text3: '#5f6771',
  hairline: '#dde0e3',
  hatch: '#c6cbd0',
  control: '#7c848d',
  outline: '#71767d',
  accent: '#2d509f',
  onAccent: WHITE,
  late: '#ac262a',
  aside: '#b9bec5',
  selected: '#e2ebfd',
  diverging5: fills('#8c510a #d8b365 #d9d9d9 #5ab4ac #01665e', [WHITE, DARK_INK, DARK_INK, DARK_INK, WHITE]),
  diverging6: fills('#8c510a #bf812d #dfc27d #a6dbd0 #4ea79d #01665e', [WHITE, '#1a1a1a', '#1a1a1a', '#1a1a1a', '#1a1a1a', WHITE]),
  sequential6: fills('#ebf0fb #c9d8f6 #9db7eb #7091d6 #4368b9 #203d81', [DARK_INK, DARK_INK, DARK_INK, DARK_INK, WHITE, WHITE]),
  categorical5: fills('#952c46 #066370 #b68103 #654199 #4d7800', [WHITE, WHITE, DARK_INK, WHITE, WHITE]),
  lines5: ['#952c46', '#066370', '#b68103', '#654199', '#4d7800'],
};

const dark: ChartPalette = {
  name: 'dark',
  surface: '#161a21',
  text: '#e4e8ed',
  text2: '#b2b8bf',
  text3: '#9299a1',
  hairline: '#2a2e35',
  hatch: '#383e46',
  control: '#737b86',
  outline: '#969a9f',
  accent: '#91b1f1',
  onAccent: '#0d1421',
  late: '#f4928a',
  aside: '#5d6570',
  selected: '#212d47',
  diverging5: fills('#e9b06a #8a6632 #4d5562 #2f7f78 #7fd6cb', [DARK_INK, WHITE, WHITE, WHITE, DARK_INK]),
  diverging6: fills('#e9b06a #8a6632 #5c5142 #3f5a5a #2f7f78 #7fd6cb', [DARK_INK, WHITE, WHITE, WHITE, WHITE, DARK_INK]),
  sequential6: fills('#1d2433 #283757 #395184 #506fb2 #7597dc #aac4f9', [WHITE, WHITE, WHITE, WHITE, DARK_INK, DARK_INK]),
  categorical5: fills('#dd7091 #82eafc #fed25f #bfb2f9 #8bc377', [DARK_INK, DARK_INK, DARK_INK, DARK_INK, DARK_INK]),
  lines5: ['#dd7091', '#82eafc', '#fed25f', '#bfb2f9', '#8bc377'],
};

const PRINT_INK = '#1a1a1a';

/** For paper without colour: the two ends of a scale are equally dark there, so the fills differ by pattern. */
const print: ChartPalette = {
  ...light,
  name: 'print',
  text: PRINT_INK,
  text2: '#404040',
  text3: '#595959',
  hairline: '#d9d9d9',
  hatch: '#bfbfbf',
  control: '#595959',
  outline: '#595959',
  accent: '#404040',
  onAccent: WHITE,
  late: '#1a1a1a',
  aside: '#ffffff',
  selected: '#ededed',
  diverging5: [
    printFill('#8c8c8c', PRINT_INK, 'dense-lines', '#262626'),
    printFill('#f0f0f0', PRINT_INK, 'lines', '#7a7a7a'),
    printFill('#d6d6d6', PRINT_INK),
    printFill('#ececec', PRINT_INK, 'dots', '#6b6b6b'),
    printFill('#333333', WHITE),
  ],
  diverging6: [
    printFill('#8c8c8c', PRINT_INK, 'dense-lines', '#262626'),
    printFill('#c4c4c4', PRINT_INK, 'lines', '#4d4d4d'),
    printFill('#f7f7f7', PRINT_INK, 'lines', '#a6a6a6'),
    printFill('#f7f7f7', PRINT_INK, 'dots', '#a6a6a6'),
    printFill('#c4c4c4', PRINT_INK, 'dots', '#4d4d4d'),
    printFill('#333333', WHITE),
  ],
  sequential6: fills('#f5f5f5 #dedede #c2c2c2 #a3a3a3 #636363 #333333', [PRINT_INK, PRINT_INK, PRINT_INK, PRINT_INK, WHITE, WHITE]),
  lines5: ['#1a1a1a', '#595959', '#404040', '#737373', '#262626'],
  categorical5: [
    printFill('#333333', WHITE),
    printFill('#f0f0f0', PRINT_INK, 'lines', '#7a7a7a'),
    printFill('#c2c2c2', PRINT_INK),
    printFill('#ececec', PRINT_INK, 'dots', '#6b6b6b'),
    printFill('#8c8c8c', PRINT_INK, 'dense-lines', '#262626'),
  ],
};

/** Light and dark for the screen, light for files, print for paper without colour. */
export const chartPalettes: Readonly<Record<PaletteName, ChartPalette>> = { light, dark, print };

const fiveSteps: Readonly<Record<number, readonly number[]>> = { 1: [4], 2: [0, 4], 3: [0, 2, 4], 4: [0, 1, 3, 4], 5: [0, 1, 2, 3, 4] };

function pick(scale: readonly ScaleFill[], steps: readonly number[]): ScaleFill[] {
  return steps.map((step) => scale[step]).filter((fill) => fill !== undefined);
}

/** The most steps a stacked bar has; longer scales are shown in another chart. */
export const MAX_STACKED_STEPS = 6;

/**
 * Fills for the steps of a scale, in answer order. Brown is always the unwelcome end.
 * @throws RangeError for more than 6 steps, or more than 5 unordered categories
 */
export function fillsOf(
  palette: ChartPalette,
  kind: 'diverging' | 'sequential' | 'categorical',
  steps: number,
  welcomeEnd: 'high' | 'low' | null,
): ScaleFill[] {
  if (steps < 1 || steps > (kind === 'categorical' ? 5 : MAX_STACKED_STEPS)) throw new RangeError(`No fills for ${steps} ${kind} steps`);
  if (kind === 'categorical') return palette.categorical5.slice(0, steps);
  if (kind === 'sequential') {
    return pick(palette.sequential6, steps === 1 ? [3] : Array.from({ length: steps }, (_, at) => Math.round((at * 5) / (steps - 1))));
  }
  const scale = steps === 6 ? palette.diverging6.slice() : pick(palette.diverging5, fiveSteps[steps] ?? []);
  return welcomeEnd === 'low' ? scale.toReversed() : scale;
}
