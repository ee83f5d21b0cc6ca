import { describe, expect, it } from 'vitest';
import { referenceKeeper, type Named } from './references.ts';

const age: Named = { id: 'a', name: 'alder', number: '1' };
const housing: Named = { id: 'b', name: 'bolig', number: '2' };

describe('references', () => {
  it('follow a question that is renamed, in expressions, in quotes and in texts [F1]', () => {
    const keep = referenceKeeper([age, housing], [{ ...age, name: 'aldersgruppe' }, housing]);
    expect(keep?.("${alder} > 3 and jr:choice-name(${ alder }, '${alder}') != 'alder' and ${bolig} = 1")).toBe(
      "${aldersgruppe} > 3 and jr:choice-name(${aldersgruppe}, '${aldersgruppe}') != 'alder' and ${bolig} = 1",
    );
    expect(keep?.('{"nb":"Du er ${alder}"}')).toBe('{"nb":"Du er ${aldersgruppe}"}');
  });

  it('called by number take the name when the number moves on to another question', () => {
    const keep = referenceKeeper(
      [age, housing],
      [
        { ...housing, number: '1' },
        { ...age, number: '2' },
      ],
    );
    expect(keep?.('${q1} = 2 or ${q2} = 1 or ${alder} = 1')).toBe('${alder} = 2 or ${bolig} = 1 or ${alder} = 1');
  });

  it('to a question that is gone lead nowhere, not to the one that took its number', () => {
    const keep = referenceKeeper([age, housing], [{ ...housing, number: '1' }]);
    expect(keep?.('${q1} = 2 and ${alder} = 1 and ${ukjent} = 1')).toBe('${alder} = 2 and ${alder} = 1 and ${ukjent} = 1');
  });

  it('stay when nothing they mean has changed', () => {
    expect(referenceKeeper([age, housing], [age, housing, { id: 'c', name: 'ny', number: '3' }])).toBeNull();
  });

  it('keep their question when another takes a name that looks like a number', () => {
    const keep = referenceKeeper([age, housing], [age, { ...housing, name: 'q1' }]);
    expect(keep?.('${q1} = 1 and ${bolig} = 2')).toBe('${alder} = 1 and ${q1} = 2');
  });
});
