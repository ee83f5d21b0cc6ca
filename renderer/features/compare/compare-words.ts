import { numberText } from '../../../shared/charts/index.ts';
import type { Change } from '../../../shared/contract/compare.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import type { GridCell } from './grid-lines.ts';

/** "+12", "−3,5". */
export function signed(value: number, decimals: number, language: Language): string {
  const text = numberText(Math.abs(value), decimals, language);
  return value < 0 ? `\u2212${text}` : value > 0 ? `+${text}` : text;
}

/** What stands in the place of a number, and why. */
export function insteadOf({ cell, base, exhibit }: GridCell, say: Say): { readonly sign: string; readonly why: string } {
  if (cell.state === 'words')
    return { sign: say(`compare.words.${cell.words}`), why: say('compare.why.words', { n: exhibit.rule.minimumBase }) };
  if (cell.state === 'missing')
    return { sign: '..', why: base?.n === 0 ? say('compare.why.nobody') : say('compare.why.lowBase', { n: exhibit.rule.lowBase }) };
  if (cell.state === 'not-applicable') return { sign: '.', why: say('compare.why.notApplicable') };
  // A base that is hidden itself may be a large one, hidden for the sake of a small one beside it.
  const isSmall = base?.n != null && base.n < exhibit.rule.minimumBase;
  return { sign: ':', why: isSmall ? say('compare.why.small', { n: exhibit.rule.minimumBase }) : say('compare.why.hidden') };
}

/** A figure in one line for those who hear it. */
export function spokenCell(cell: GridCell, say: Say): string {
  const { figure, base, middle } = cell;
  if (figure === null) {
    const { sign, why } = insteadOf(cell, say);
    return cell.cell.state === 'words' ? `${sign}. ${why}` : why;
  }
  const n = base?.n ?? null;
  const parts = [figure.text, ...(figure.interval === '' ? [] : [say('compare.spoken.interval', { interval: figure.interval })])];
  if (n !== null) parts.push(say('compare.n', { n }));
  if (middle !== null) parts.push(say('compare.middle', { share: middle }));
  return parts.join(', ');
}

/** Whether a change is surely more than chance: its interval does not reach zero. */
export function isClear(change: Extract<Change, { state: 'told' }>): boolean {
  return change.low !== null && change.high !== null && (change.low > 0 || change.high < 0);
}

/** The limits of a change: "fra −3 til 27". */
export function changeInterval({ low, high }: Extract<Change, { state: 'told' }>, decimals: number, language: Language, say: Say): string {
  if (low === null || high === null) return '';
  return say('compare.change.interval', { low: signed(low, decimals, language), high: signed(high, decimals, language) });
}
