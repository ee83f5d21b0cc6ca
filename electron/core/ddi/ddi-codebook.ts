import { languages, type Language, type LocalisedText } from '../../../shared/model/text.ts';

/** A text in one language that is known, or one text in several. */
export type DdiText = LocalisedText;

/** An answer, or a reason why there is none. */
export interface DdiCategory {
  readonly value: number;
  readonly label: DdiText;
  readonly isMissing: boolean;
  /** Persons who gave it; only where that number has been released. */
  readonly count?: number;
}

/** One variable in one file. */
export interface DdiVariable {
  /** Unlike every other in the document; an XML name. */
  readonly id: string;
  readonly name: string;
  readonly label: DdiText;
  readonly question: {
    readonly number: string;
    readonly lead: DdiText | null;
    readonly wording: DdiText;
    readonly instruction: DdiText | null;
  } | null;
  readonly kind: 'numeric' | 'character' | 'date';
  readonly nature: 'nominal' | 'ordinal' | 'ratio' | 'other';
  readonly decimals: number;
  readonly isWeight: boolean;
  /** Least and greatest valid value, where a question says so. */
  readonly range: { readonly min: number | null; readonly max: number | null } | null;
  readonly categories: readonly DdiCategory[];
  /** Who is asked, where not everybody is. */
  readonly universe: DdiText | null;
  readonly notes: readonly DdiText[];
}

/** Variables that together are one question with several answers. */
export interface DdiGroup {
  readonly id: string;
  readonly name: string;
  readonly label: DdiText;
  readonly variableIds: readonly string[];
}

/** One file of data. */
export interface DdiFile {
  readonly id: string;
  readonly name: string;
  readonly content: DdiText;
  /** "SPSS system file", "text/csv". */
  readonly format: string;
  readonly cases: number;
  readonly variables: readonly DdiVariable[];
  readonly groups: readonly DdiGroup[];
}

/** A study, as a codebook tells of it. Texts that are null are left out. */
export interface DdiStudy {
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Day, ISO 8601. */
  readonly producedOn: string;
  readonly abstract: string | null;
  readonly purpose: string | null;
  readonly collected: readonly { readonly event: 'start' | 'end'; readonly day: string; readonly cycle: string }[];
  readonly nation: string | null;
  readonly geography: readonly string[];
  readonly analysisUnit: string | null;
  readonly universe: string | null;
  readonly timeMethod: string | null;
  readonly sampling: string | null;
  readonly deviations: string | null;
  readonly modes: readonly string[];
  readonly weighting: string | null;
  /** Only where it has been released. */
  readonly responseRate: string | null;
  readonly confidentiality: string | null;
  readonly conditions: string | null;
  readonly notes: readonly string[];
  readonly files: readonly DdiFile[];
}

/** The languages a text has, in their order; the language is said of each. */
export function spokenIn(text: DdiText): readonly { readonly language: Language; readonly text: string }[] {
  return languages.flatMap((language) => {
    const found = text[language];
    return found === undefined || found.trim() === '' ? [] : [{ language, text: found }];
  });
}
