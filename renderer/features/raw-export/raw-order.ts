import type { RawChoices } from '../../../shared/contract/raw-export.ts';

/** What somebody has filled in. */
export interface RawOrder {
  /** Null: the newest version. */
  readonly versionId: string | null;
  readonly choices: RawChoices;
  readonly recipient: string;
  readonly purpose: string;
}

/** Nothing that can tell who somebody is, until it is asked for. */
export const emptyOrder: RawOrder = {
  versionId: null,
  choices: { identifiers: false, openTexts: false, remarks: false },
  recipient: '',
  purpose: '',
};

/** Whether there are words for the register. */
export function isWhole({ recipient, purpose }: RawOrder): boolean {
  return recipient.trim() !== '' && purpose.trim() !== '';
}
