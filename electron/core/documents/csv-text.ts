import { stringify } from 'csv-stringify/sync';

/** Records as comma-separated values with Windows line ends, without a byte order mark. A cell may hold lines of its own. */
export function csvText(records: readonly (readonly string[])[], delimiter: ';' | ','): string {
  return stringify(
    records.map((cells) => [...cells]),
    {
      delimiter,
      record_delimiter: 'windows',
      // Of line ends the library quotes only its own: a lone line feed would end the row.
      quoted_match: /[\r\n]/u,
    },
  );
}

/** What comma-separated values in a language are parted by: where the comma stands in numbers it is a semicolon. */
export function delimiterIn(language: string): ';' | ',' {
  return language === 'en' ? ',' : ';';
}
