import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fold } from '../../../shared/texts/fold.ts';
import type { QuestionnaireVersion, RegisterKind } from '../../../shared/model/questionnaire.ts';
import { client } from '../../lib/client.ts';
import { lastYear } from '../../lib/dates.ts';
import { useText, type Say } from '../../lib/text.ts';

/** A record that can be picked. `detail` tells namesakes apart: code and years, or where it is. */
export interface RegisterRecord {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly folded: string;
  /** It was there on the day of the interview: such records come first. */
  readonly isThen: boolean;
}

export type Registers = Readonly<Partial<Record<RegisterKind, readonly RegisterRecord[]>>>;

const kinds: readonly RegisterKind[] = ['place', 'service', 'organisation'];
const lists = { place: 'places', service: 'services', organisation: 'organisations' } as const;
const pageSize = 500;

/** The registers that a form picks from, whole; a kind is absent until it has been read. `day` is the interview's, ISO. */
export function useRegisters(version: QuestionnaireVersion, day: string): Registers {
  const say = useText();
  const isUsed = (kind: RegisterKind): boolean =>
    version.sections.some(({ questions }) => questions.some(({ registerKind }) => registerKind === kind));
  const query = (kind: RegisterKind) => ({
    queryKey: [['registers', 'whole'], kind],
    queryFn: () => readRegister(kind),
    enabled: isUsed(kind),
  });
  const place = useQuery(query('place')).data;
  const service = useQuery(query('service')).data;
  const organisation = useQuery(query('organisation')).data;
  return useMemo(() => {
    const read = { place, service, organisation };
    const records = (rows: readonly Row[]): readonly RegisterRecord[] =>
      rows.map((row) => toRecord(row, day, say)).toSorted((a, b) => Number(b.isThen) - Number(a.isThen));
    return Object.fromEntries(
      kinds.flatMap((kind) => {
        const rows = read[kind];
        return rows === undefined ? [] : [[kind, records(rows)]];
      }),
    );
    // `say` is another one at every render; its words change with the language.
  }, [place, service, organisation, day, say.intl]);
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly code: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

async function readRegister(kind: RegisterKind): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = await client.registers.list({ kind: lists[kind], limit: pageSize, offset });
    rows.push(...page.rows.map((row) => toRow(row)));
    if (page.rows.length < pageSize) return rows;
  }
}

function toRow(row: { readonly id: string; readonly name?: string } & Partial<Row>): Row {
  const { id, name = '', place = null, code = null, validFrom = null, validTo = null } = row;
  return { id, name, place, code, validFrom, validTo };
}

function toRecord({ id, name, place, code, validFrom, validTo }: Row, day: string, say: Say): RegisterRecord {
  const detail = [code ?? '', years(validFrom, validTo, say), place ?? ''].filter((part) => part !== '').join(', ');
  const isThen = (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);
  return { id, name, detail, folded: fold(name), isThen };
}

/** "2020–2023", "fra 2024", "til 2019"; empty without limits. `to` is the first day after. */
function years(from: string | null, to: string | null, say: Say): string {
  if (from === null) return to === null ? '' : say('dates.until', { year: String(lastYear(to)) });
  const first = from.slice(0, 4);
  return to === null ? say('dates.since', { year: first }) : `${first}–${lastYear(to)}`;
}

/** What each record is called, over all registers. */
export function namesIn(registers: Registers): (id: string) => string {
  const names = new Map(kinds.flatMap((kind) => registers[kind] ?? []).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

/** Hits for what is typed, best first: the name begins with it, then a word in it does, then it stands anywhere. */
export function findRecords(records: readonly RegisterRecord[], typed: string, most: number): readonly RegisterRecord[] {
  const wanted = fold(typed);
  if (wanted === '') return records.slice(0, most);
  const rank = ({ folded, detail }: RegisterRecord): number => {
    if (folded.startsWith(wanted)) return 0;
    if (folded.includes(` ${wanted}`)) return 1;
    return folded.includes(wanted) ? 2 : detail.startsWith(wanted) ? 3 : 4;
  };
  return records
    .map((record) => ({ record, rank: rank(record) }))
    .filter((hit) => hit.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ record }) => record);
}
