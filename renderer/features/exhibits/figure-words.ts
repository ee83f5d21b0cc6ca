import type { Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';

/** A figure of the core ("33.3 % (12)", "few", null) as a person reads it. */
export function figureWords(figure: string | null, say: Say, language: Language): string {
  if (figure === null) return say('exhibits.changes.noFigure');
  if (figure === 'few' || figure === 'half' || figure === 'most') return say(`charts.cell.${figure}`);
  const written = language === 'en' ? figure.replace(' %', '%') : figure.replaceAll('.', ',');
  return written.replace('-', '−').replace(' %', '\u00a0%');
}
