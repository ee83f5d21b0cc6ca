import { type ExhibitWords } from '../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { ExhibitChart } from './ExhibitChart.tsx';

/** The shares of one question. */
export function FrequencyChart({ exhibit, words }: { readonly exhibit: ReleasedExhibit; readonly words: ExhibitWords }) {
  return <ExhibitChart currentRow={null} exhibit={exhibit} words={words} />;
}
