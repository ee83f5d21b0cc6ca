import { spellingKey } from './value-forms.ts';

const person =
  'respondents?|respondent|response|case|person|participant|deltaker|deltakar|deltagare|informant|intervju|interview|record|subject|submission|besvarelse|svar';
const code = 'id|_id|uuid|nr|no|num|number|nummer|kode|code|kod|løpenummer|løpenr|løpenummer|löpnummer|løpe-?nr';
const codeHeader = new RegExp(
  `^(?:_?(?:${code})|(?:case|caseid|respondent|participant|deltaker|deltakar|deltagare|informant)|\\$?(?:${person})[\\s_.:-]*(?:${code})|${code})$`,
);

/** True for a column header that names respondents: "Respondent ID", "Case", "Deltakernr", "Løpenummer". */
export function isCodeHeader(header: string): boolean {
  const key = spellingKey(header);
  return (
    codeHeader.test(key) ||
    (/^[a-zæøåäö]{2,24}(?:id|_id|nr|-id)$/.test(key) &&
      /^(?:respondent|deltaker|deltakar|deltagar|informant|intervju|person|case)/.test(key))
  );
}

const otherWord = /(?:^|[\s_(–-])(?:other|others|annet|anna|andre|annen|annan|annat|andra|övrigt)(?=$|[\s_,.:;()–-])/;
const specifyWord =
  /specify|explain|describe|spesifiser|spesifisér|presiser|forklar|beskriv|specificera|ange\b|hvilke[tn]?|hva da|kva da|kva for|vilke[tn]|vad då|fritekst|fritext|skriv|\btext\b|\btekst\b/;

/** True for an option that means "other": "Other (please specify)", "Annet", "Annat, nämligen". */
export function isOtherLabel(label: string): boolean {
  const key = spellingKey(label);
  return key.length <= 60 && /^(?:other|others|annet|anna|andre|annen|annan|annat|andra|övrigt)(?=$|[\s_,.:;()–-])/.test(key);
}

/** True for the header of a column with the text of "other, please specify". */
export function isSpecifyHeader(header: string): boolean {
  const key = spellingKey(header);
  return (
    (otherWord.test(key) && (specifyWord.test(key) || isOtherLabel(header))) ||
    /[_.\s-](?:other|annet|anna|annat|oth|specify|spesifiser|text|tekst)$/.test(key)
  );
}

/** True for headers of dates and times, so that bare day numbers below them are read as dates. */
export function isDateHeader(header: string): boolean {
  return /\b(?:date|dato|datum|time|tid|tidspunkt|tidpunkt|start|end|slutt|slut|submitted|completed|created|timestamp|tidsstempel)\b/.test(
    spellingKey(header),
  );
}

/** True for headers that ask for an amount: small whole numbers below them are numbers, not the codes of a scale. */
export function isAmountHeader(header: string): boolean {
  return /\b(?:antall|antal|hvor mange|kor mange|hur många|how many|number of|count|age|alder|ålder|år|year|years|timer|timar|timmar|hours|dager|dagar|days|sum|beløp|belopp|amount|score|skår|poeng|poäng|children|barn)\b/.test(
    spellingKey(header),
  );
}
