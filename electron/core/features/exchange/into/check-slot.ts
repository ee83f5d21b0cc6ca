import { z } from 'zod';
import type { Question, RegisterKind } from '../../../../../shared/model/questionnaire.ts';
import { readSpokenDate } from '../../../../../shared/model/spoken-date.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { isValidOn, type Place, type PlaceRegister } from '../../../../../shared/model/place-lineage/index.ts';
import type { Statements } from '../../../db/statements.ts';
import { placeRegister } from '../../../places/place-register.ts';
import type { SlotCheck } from '../prepare-rows.ts';
import { spellingKey } from '../reading/value-forms.ts';

/** The id of the record that a name means on a day, or that an id is; null where there is none, or two have the name. */
type RecordFinder = (said: string, day: string) => string | null;
/** How each register is searched. */
export type Registers = Readonly<Record<RegisterKind, RecordFinder>>;

export interface SlotContext {
  readonly registers: Registers;
  /** The day that stands in where nobody says when an interview was held, ISO. */
  readonly today: string;
  readonly language: Language;
}

const namesSql: Readonly<Record<Exclude<RegisterKind, 'place'>, string>> = {
  service: 'SELECT id, name FROM service',
  organisation: 'SELECT id, name FROM organisation',
};
const NameRow = z.object({ id: z.string(), name: z.string() });

/** The registers that questions pick from; the others stay empty. */
export function readRegisters(sql: Statements, questions: readonly Pick<Question, 'registerKind'>[]): Registers {
  const isUsed = (kind: RegisterKind): boolean => questions.some(({ registerKind }) => registerKind === kind);
  const read = (kind: Exclude<RegisterKind, 'place'>): RecordFinder => {
    const ids = new Map<string, string | null>();
    if (!isUsed(kind)) return () => null;
    for (const { id, name } of sql.all(NameRow, namesSql[kind])) {
      const key = spellingKey(name);
      ids.set(key, ids.has(key) ? null : id);
      ids.set(id, id);
    }
    return (said) => ids.get(spellingKey(said)) ?? ids.get(said.trim()) ?? null;
  };
  return {
    place: isUsed('place') ? placeFinder(placeRegister(sql)) : () => null,
    service: read('service'),
    organisation: read('organisation'),
  };
}

/** Where a municipality and a county carry one name, the nearer is meant. */
const nearness: Readonly<Record<Place['kind'], number>> = { municipality: 0, district: 1, locality: 2, area: 3, county: 4, country: 5 };

/** Several places may carry one name or code, one after the other: which is meant, the day of the interview says. */
function placeFinder(register: PlaceRegister): RecordFinder {
  const all = [...register.places];
  const byName = Map.groupBy(all, ({ name }) => spellingKey(name));
  const byCode = Map.groupBy(all, ({ code }) => code ?? '');
  return (said, day) => {
    const typed = said.trim();
    if (register.place(typed) !== undefined) return typed;
    const named = [...(byName.get(spellingKey(said)) ?? []), ...(typed === '' ? [] : (byCode.get(typed) ?? []))];
    const then = named.filter((place) => isValidOn(place, day));
    const [first, second] = (then.length > 0 ? then : named).toSorted((a, b) => nearness[a.kind] - nearness[b.kind]);
    if (first === undefined) return null;
    return second !== undefined && second.kind === first.kind ? null : first.id;
  };
}

/**
 * Holds values against a question as entry does: range and decimals, sets in the order of the list and exclusive options alone,
 * rankings no longer than asked for, dates as precise as asked for, names that a register has. Reasons always fit.
 */
export function createSlotCheck(question: Question, context: SlotContext): SlotCheck | null {
  switch (question.type) {
    case 'number':
      return (slot) => (typeof slot === 'number' ? checkNumber(question, slot) : { slot });
    case 'several':
    case 'rank':
      return (slot) => (typeof slot === 'string' ? checkSet(question, slot) : { slot });
    case 'date':
      return (slot, heldOn) => (typeof slot === 'string' ? checkDate(question, slot, heldOn ?? context.today, context.language) : { slot });
    case 'register':
      return (slot, heldOn) => {
        if (typeof slot !== 'string') return { slot };
        const id = context.registers[question.registerKind ?? 'place'](slot, heldOn ?? context.today);
        return id === null ? { why: 'not-in-register' } : { slot: id };
      };
    default:
      return null;
  }
}

function checkNumber({ minimum, maximum, decimals }: Question, number: number): ReturnType<SlotCheck> {
  if (number < (minimum ?? -Infinity) || number > (maximum ?? Infinity)) return { why: 'out-of-range' };
  // By its digits: 1.15 times 100 is not a whole number in binary.
  return decimals !== null && Number(number.toFixed(decimals)) !== number ? { why: 'too-many-decimals' } : { slot: number };
}

function checkSet({ type, options, rankCount }: Question, slot: string): ReturnType<SlotCheck> {
  const codes = [...new Set(slot.split(' ').filter((part) => part !== ''))].map(Number);
  if (type === 'rank') return codes.length > (rankCount ?? options.length) ? { why: 'too-many' } : { slot: codes.join(' ') };
  const isAlone = codes.length < 2 || !options.some(({ isExclusive, code }) => isExclusive && codes.includes(code));
  if (!isAlone) return { why: 'not-alone' };
  return { slot: options.flatMap(({ code }) => (codes.includes(code) ? [code] : [])).join(' ') };
}

function checkDate({ dateForm }: Question, slot: string, today: string, language: Language): ReturnType<SlotCheck> {
  const isPlain = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?$/u.test(slot);
  if (isPlain && (dateForm === null || dateForm === 'date')) return { slot: slot.slice(0, 10) };
  if (isPlain && dateForm === 'date-time') return { slot };
  return readSpokenDate(slot, { form: dateForm, today, language }) === null ? { why: 'not-a-date' } : { slot };
}
