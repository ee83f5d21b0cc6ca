import { expect, test } from 'vitest';
import { realDeps } from '../deps.ts';
import { toAnswer } from './error-mapping.ts';

test('[F31] the log line of a failure has its place in the code and nothing of its words', () => {
  const lines: string[] = [];
  const deps = { ...realDeps('unused', (_level, _name, facts) => lines.push(JSON.stringify(facts))) };
  // An answer of several lines in the message, one of which reads like a line of a stack.
  const answer = toAnswer(new SyntaxError('cannot read "jeg bor\n    at Kari i Lia (hos mor)\n at home"'), 'texts.read', [], deps);
  expect(JSON.stringify(answer.data)).not.toContain('Lia');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/Kari|home/u);
  expect(lines[0]).toContain('error-mapping.test.ts');
});
