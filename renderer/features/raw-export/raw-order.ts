import type { KnownColumn, RawCheck, RawChoices } from '../../../shared/contract/raw-export.ts';

/** What somebody has filled in. */
export interface RawOrder {
  /** Null: the newest version. */
  readonly versionId: string | null;
  readonly choices: RawChoices;
  readonly recipient: string;
  readonly purpose: string;
  /** What others may know; the background questions until it is changed. */
  readonly known?: readonly KnownColumn[] | undefined;
  readonly acceptsRisk: boolean;
}

/** Nothing that can tell who somebody is, until it is asked for. */
export const emptyOrder: RawOrder = {
  versionId: null,
  choices: { identifiers: false, openTexts: false, remarks: false },
  recipient: '',
  purpose: '',
  acceptsRisk: false,
};

/** Whether there are words for the register. */
export function isWhole({ recipient, purpose }: RawOrder): boolean {
  return recipient.trim() !== '' && purpose.trim() !== '';
}

/** Whether somebody in the files may be recognised. */
export function standsOut({ underThreshold, oneAnswer }: RawCheck): boolean {
  return underThreshold > 0 || oneAnswer.length > 0;
}

/** What of an order the check asks for. */
export function knownOf({ known }: RawOrder): { known?: KnownColumn[] } {
  return known === undefined ? {} : { known: [...known] };
}
