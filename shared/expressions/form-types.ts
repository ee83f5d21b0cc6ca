import { typeOfExpression, type TypedName, type TypeScope } from './check.ts';
import { optionName, type PlacedQuestion, type Structure } from './compiled.ts';

const anything: TypedName = { type: 'any', options: null };

/** The types of a form's questions, as one question's expressions see them; a calculated one is what its calculation gives. */
export function formTypes(structure: Structure): (owner: number | null) => TypeScope {
  const known = new Map<number, TypedName>();
  const scopeOf = (owner: number | null): TypeScope => ({
    typeOf: (name) => {
      const index = name === '.' ? owner : structure.indexByName.get(name);
      return index === null || index === undefined ? null : typeAt(index);
    },
  });
  function typeAt(index: number): TypedName {
    const before = known.get(index);
    const placed = structure.questions[index];
    if (before !== undefined || placed === undefined) return before ?? anything;
    // Calculations in a circle are anything to each other.
    known.set(index, anything);
    const type = typeOf(placed, scopeOf(index));
    known.set(index, type);
    return type;
  }
  return scopeOf;
}

function typeOf({ question, fields }: PlacedQuestion, scope: TypeScope): TypedName {
  switch (question.type) {
    case 'consent':
    case 'one':
    case 'scale':
    case 'yes-no':
      return { type: 'option', options: question.options.map(optionName) };
    case 'scale-0-10':
      return {
        type: 'option',
        options: question.options.length > 0 ? question.options.map(optionName) : Array.from({ length: 11 }, (_, n) => String(n)),
      };
    case 'several':
    case 'rank':
      return { type: 'set', options: question.options.map(optionName) };
    case 'number':
      return { type: 'number', options: null };
    case 'date':
      return { type: question.dateForm === 'time' ? 'any' : 'date', options: null };
    case 'open':
      return { type: 'text', options: null };
    case 'calculated': {
      const calculation = fields.find(({ field }) => field === 'calculation')?.parsed;
      return calculation?.isRead === true ? typeOfExpression(calculation.expression, scope) : anything;
    }
    default:
      return anything;
  }
}
