import type { CodebookSnapshot } from '../../../../../shared/model/codebook.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { writeCodes } from './write-codes.ts';

const namespace = 'urn:QDA-XML:codebook:1.0';
const schema = 'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd';

/**
 * A codebook as REFI-QDA 1.5 exchanges it (`.qdc`): UTF-8. There are no sets, and a codebook without themes cannot be written.
 */
export function writeQdc({ themes }: CodebookSnapshot, language: Language): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<CodeBook xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${schema}" origin="Røst">\n`,
    writeCodes(themes, language),
    '</CodeBook>\n',
  ].join('');
}
