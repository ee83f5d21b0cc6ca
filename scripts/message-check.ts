import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { catalogueLanguages, generateMessages, readCatalogue } from './messages.ts';
import { root } from './run-command.ts';

/** The parameters a message uses, so that all languages can be asked for the same. */
function parameters(elements: readonly MessageFormatElement[], found: Set<string> = new Set()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.argument || element.type === TYPE.number || element.type === TYPE.date || element.type === TYPE.time)
      found.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      found.add(element.value);
      for (const option of Object.values(element.options)) parameters(option.value, found);
    }
  }
  return found;
}

/** Every id in every language, every text well formed, the same parameters everywhere, generated files up to date. */
export function checkMessages(): string[] {
  const problems: string[] = [];
  const catalogues = catalogueLanguages.map((language) => [language, readCatalogue(language)] as const);
  const ids = new Set(catalogues.flatMap(([, catalogue]) => Object.keys(catalogue)));
  for (const id of ids) {
    let wanted: string | null = null;
    for (const [language, catalogue] of catalogues) {
      const text = catalogue[id];
      if (text === undefined) {
        problems.push(`${language}: ${id} is missing`);
        continue;
      }
      try {
        const used = [...parameters(parse(text))].toSorted().join(', ');
        wanted ??= used;
        if (used !== wanted) problems.push(`${language}: ${id} uses {${used}}, elsewhere {${wanted}}`);
      } catch (error) {
        problems.push(`${language}: ${id} is not well formed: ${String(error)}`);
      }
    }
  }
  for (const [name, text] of generateMessages()) {
    if (readFileSync(join(root, 'shared', 'messages', name), 'utf8') !== text)
      problems.push(`${name} is stale: run "node scripts/run.mjs messages"`);
  }
  return problems;
}
