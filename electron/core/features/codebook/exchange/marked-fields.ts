/** A field as it stands in a description: `Label [bracket]: value`. */
export interface MarkedField {
  readonly label: string;
  readonly bracket: string;
  readonly value: string;
}

/**
 * What a description in another program's file carries beside its own words, for people to read and for our own import to read back: a mark
 * on a line of its own, then one field per line. Further lines of a value begin with two blanks. The labels are the standard's language,
 * English, so that a file is the same whoever writes it.
 */
export function writeMarked(words: string, mark: string, fields: readonly string[]): string {
  return [...(words === '' ? [] : [words, '']), mark, ...fields].join('\n');
}

/** Whether words can stand before the mark and be read back as they are. */
export function isPlainBefore(words: string, mark: string): boolean {
  return words !== '' && !words.split('\n').some((line) => isMark(line, mark)) && words.trim() === words;
}

/** One field as its line. */
export function fieldLine(label: string, bracket: string | null, value: string): string {
  return `${label}${bracket === null ? '' : ` [${bracket}]`}: ${value.replaceAll('\n', '\n  ')}`;
}

function isMark(line: string, mark: string): boolean {
  return line.trimEnd() === mark;
}

/** The words before the mark and the fields after it; null where there is no mark. Lines that are no field are told to `onUnknown`. */
export function readMarked(
  text: string,
  mark: string,
  onUnknown: (line: string) => void,
): { readonly words: string; readonly fields: readonly MarkedField[] } | null {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const at = lines.findIndex((line) => isMark(line, mark));
  if (at === -1) return null;
  return { words: lines.slice(0, at).join('\n').trim(), fields: fieldsOf(lines.slice(at + 1), onUnknown) };
}

function fieldsOf(lines: readonly string[], onUnknown: (line: string) => void): MarkedField[] {
  const fields: { label: string; bracket: string; values: string[] }[] = [];
  // Other programs cut the blanks of a line that has nothing else: whether it belongs to a value shows at the next one.
  let blanks = 0;
  for (const text of lines) {
    const open = fields.at(-1);
    if (text.trim() === '' && !text.startsWith('  ')) {
      blanks += 1;
      continue;
    }
    if (text.startsWith('  ') && open !== undefined) open.values.push(...Array<string>(blanks).fill(''), text.slice(2));
    else {
      const [, label, bracket = '', value = ''] = /^([A-Z][A-Za-z ]*?)(?: \[([^\]]*)\])?: ?(.*)$/su.exec(text) ?? [];
      if (label === undefined) onUnknown(text);
      else fields.push({ label, bracket, values: [value] });
    }
    blanks = 0;
  }
  return fields.map(({ label, bracket, values }) => ({ label, bracket, value: values.join('\n') }));
}
