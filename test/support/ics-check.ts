/** One property of a calendar file, unfolded. */
export interface IcsLine {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** As it stands, escapes and all. */
  readonly value: string;
}

const name = /^[A-Z0-9-]+$/u;
const stamp = /^\d{8}T\d{6}Z$/u;
const day = /^\d{8}$/u;
/** TEXT of RFC 5545, 3.3.11: a backslash escapes itself, semicolon, comma or N; none of the three stands bare. */
const text = /^(?:[^\\;,]|\\[\\;,nN])*$/u;
const param = /^(?<key>[A-Z0-9-]+)=(?<value>"[^"]*"|[^";:,]*)$/u;
const once = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'STATUS', 'ORGANIZER'];

/** What RFC 5545 (and RFC 5546 for METHOD) finds wrong with a calendar file of one event; empty when nothing is. */
export function icsFaults(file: string): string[] {
  const faults = physicalFaults(file);
  const lines = readIcs(file);
  const named = (wanted: string): IcsLine[] => lines.filter((line) => line.name === wanted);
  const frame = lines.filter((line) => line.name === 'BEGIN' || line.name === 'END').map((line) => `${line.name}:${line.value}`);
  if (frame.join(' ') !== 'BEGIN:VCALENDAR BEGIN:VEVENT END:VEVENT END:VCALENDAR') faults.push(`frame ${frame.join(' ')}`);
  for (const needed of ['VERSION', 'PRODID', 'UID', 'DTSTAMP', 'DTSTART'])
    if (named(needed).length !== 1) faults.push(`${needed} stands ${named(needed).length} times`);
  for (const single of once) if (named(single).length > 1) faults.push(`${single} stands twice`);
  if (named('VERSION')[0]?.value !== '2.0') faults.push('VERSION');
  for (const line of [...named('SUMMARY'), ...named('DESCRIPTION'), ...named('LOCATION'), ...named('PRODID')])
    if (!text.test(line.value)) faults.push(`${line.name} is not TEXT`);
  if (!stamp.test(named('DTSTAMP')[0]?.value ?? '')) faults.push('DTSTAMP is not UTC');
  for (const line of [...named('DTSTART'), ...named('DTEND')]) {
    if (line.params['TZID'] !== undefined) faults.push('TZID without VTIMEZONE');
    if (!(line.params['VALUE'] === 'DATE' ? day : stamp).test(line.value)) faults.push(`${line.name} ${line.value}`);
  }
  const [start, end] = [named('DTSTART')[0], named('DTEND')[0]];
  if (end !== undefined && (start?.params['VALUE'] !== end.params['VALUE'] || (start?.value ?? '') >= end.value))
    faults.push('DTEND not after DTSTART');
  if (!/^\d+$/u.test(named('SEQUENCE')[0]?.value ?? '0')) faults.push('SEQUENCE');
  return [...faults, ...methodFaults(lines)];
}

function methodFaults(lines: readonly IcsLine[]): string[] {
  const method = lines.find((line) => line.name === 'METHOD')?.value;
  if (method === undefined) return lines.some((line) => line.name === 'ATTENDEE') ? ['ATTENDEE without METHOD'] : [];
  const organizers = lines.filter((line) => line.name === 'ORGANIZER');
  const faults = organizers.length === 1 && /^mailto:\S+$/iu.test(organizers[0]?.value ?? '') ? [] : ['ORGANIZER'];
  if (method === 'REQUEST' && !lines.some((line) => line.name === 'ATTENDEE')) faults.push('REQUEST without ATTENDEE');
  const status = lines.find((line) => line.name === 'STATUS')?.value;
  if (!['REQUEST', 'CANCEL'].includes(method) || (method === 'CANCEL') !== (status === 'CANCELLED'))
    faults.push(`METHOD ${method} ${status ?? ''}`);
  return faults;
}

/** Lines end with CRLF, hold at most 75 octets, whole characters, and no control characters. */
function physicalFaults(file: string): string[] {
  const faults: string[] = [];
  if (!file.endsWith('\r\n')) faults.push('the last line has no end');
  if (/(?<!\r)\n|\r(?!\n)/u.test(file)) faults.push('a bare CR or LF');
  for (const line of file.split('\r\n')) {
    if (Buffer.byteLength(line, 'utf8') > 75) faults.push(`${Buffer.byteLength(line, 'utf8')} octets`);
    if (!line.isWellFormed()) faults.push('half a character');
    // eslint-disable-next-line no-control-regex -- naming the control characters is the point
    if (/[\u0000-\u0008\u000A-\u001F\u007F]/u.test(line)) faults.push('a control character');
  }
  return faults;
}

/** The content lines, unfolded. @throws Error for a line that is none */
export function readIcs(file: string): IcsLine[] {
  const unfolded = file.replaceAll(/\r\n[ \t]/gu, '').split('\r\n');
  return unfolded.filter((line) => line !== '').map(readLine);
}

function readLine(line: string): IcsLine {
  let isQuoted = false;
  const colon = [...line].findIndex((sign) => {
    if (sign === '"') isQuoted = !isQuoted;
    return sign === ':' && !isQuoted;
  });
  const signs = [...line];
  const [own = '', ...rest] = signs
    .slice(0, colon)
    .join('')
    .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  if (colon < 0 || !name.test(own)) throw new Error(`not a content line: ${line}`);
  const params = rest.map((part) => {
    const found = param.exec(part)?.groups;
    if (found === undefined) throw new Error(`not a parameter: ${part}`);
    return [found['key'] ?? '', (found['value'] ?? '').replaceAll('"', '')] as const;
  });
  return { name: own, params: Object.fromEntries(params), value: signs.slice(colon + 1).join('') };
}

/** TEXT as it was before it was escaped. */
export function unescapeText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
