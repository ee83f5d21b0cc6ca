import type { BackgroundColumn } from '../../../shared/contract/coding.ts';
import { languages } from '../../../shared/model/text.ts';

/** A background column and its place among the values of a row. */
export interface PlacedColumn {
  readonly column: BackgroundColumn;
  readonly place: number;
}

/**
 * The background columns to show beside the answers. A question about which service the interview is about says what the
 * interview's own service says, and is left out where that one stands.
 */
export function besideAnswers(columns: readonly BackgroundColumn[], services: readonly { readonly name: string }[]): PlacedColumn[] {
  return columns.map((column, place) => ({ column, place })).filter(({ column }) => !isAboutService(column, services));
}

/** Whether every answer is a service, or the beginning of a service's name, in some language. */
function isAboutService({ options }: BackgroundColumn, services: readonly { readonly name: string }[]): boolean {
  const names = services.map((service) => service.name.toLowerCase());
  return (
    names.length > 0 &&
    options.length > 0 &&
    options.every(({ label }) =>
      languages.some((language) => {
        const words = label[language]?.toLowerCase() ?? '';
        return words !== '' && names.some((name) => name.startsWith(words) || words.startsWith(name));
      }),
    )
  );
}
