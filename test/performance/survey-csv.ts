import { createChance, type Chance } from '../../scripts/sample/random.ts';

const agreement = ['Helt uenig', 'Litt uenig', 'Verken enig eller uenig', 'Litt enig', 'Helt enig'];
const parts = ['tid', 'sted', 'hjelp', 'samtale', 'mat', 'bolig', 'arbeid', 'fritid'];
const words = [
  'møtet',
  'var',
  'for',
  'langt',
  'men',
  'jeg',
  'fikk',
  'hjelp',
  'av',
  'noen',
  'som',
  'hørte',
  'etter',
  'og',
  'ringte',
  'tilbake',
  'samme',
  'dag',
  'ikke',
  'alltid',
];

interface GeneratedColumn {
  readonly name: string;
  readonly cell: (chance: Chance, row: number) => string;
}

/** Five of a hundred cells are empty. */
function mostly(cell: (chance: Chance) => string): GeneratedColumn['cell'] {
  return (chance) => (chance.happens(5) ? '' : cell(chance));
}

function choice(names: readonly string[]): GeneratedColumn['cell'] {
  return mostly((chance) => names[chance.below(names.length)] ?? '');
}

function openAnswer(chance: Chance): string {
  if (!chance.happens(80)) return '';
  return Array.from({ length: 5 + chance.below(36) }, () => words[chance.below(words.length)]).join(' ');
}

function numbered(count: number, make: (at: number) => GeneratedColumn): GeneratedColumn[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** 100 closed columns as in the design's contest: 1 municipality of 20, 49 agreement scales, 30 single choices of 3 to 12, 8 ticks of one question, 12 numbers; code, date and an open answer. */
const columns: readonly GeneratedColumn[] = [
  { name: 'Deltaker', cell: (_, row) => `P${String(row + 1).padStart(6, '0')}` },
  { name: 'Dato', cell: (chance) => `2026-0${1 + chance.below(6)}-${10 + chance.below(18)}` },
  { name: 'Kommune', cell: choice(Array.from({ length: 20 }, (_, at) => `Bygd ${at + 1}`)) },
  ...numbered(49, (at) => ({ name: `Påstand ${at + 1}`, cell: choice(agreement) })),
  ...numbered(30, (at) => ({
    name: `Valg ${at + 1}`,
    cell: choice(Array.from({ length: 3 + (at % 10) }, (_, option) => `Svar ${at + 1}-${option + 1}`)),
  })),
  ...parts.map((part) => ({ name: `Hva var viktig? [${part}]`, cell: mostly((chance) => String(chance.below(2))) })),
  ...numbered(12, (at) => ({ name: `Antall ${at + 1}`, cell: mostly((chance) => String(chance.below(100))) })),
  { name: 'Si mer', cell: openAnswer },
];

/** A survey of `rows` invented participants with labels for answers; the same text for the same size. */
export function surveyCsv(rows: number): string {
  const chance = createChance(20_260_401);
  const lines = [columns.map(({ name }) => name).join(';')];
  for (let row = 0; row < rows; row++) lines.push(columns.map(({ cell }) => cell(chance, row)).join(';'));
  return `${lines.join('\n')}\n`;
}
