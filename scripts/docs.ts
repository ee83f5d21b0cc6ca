import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { fingerprintOf, listMethods, type MethodFacts } from '../shared/contract/fingerprint.ts';
import { contract } from '../shared/contract/index.ts';
import { migrate, migrations } from '../electron/core/db/migrate.ts';
import { columnsOf, tableNames } from '../electron/core/db/schema.ts';
import { root } from './run-command.ts';

const folder = join(root, 'docs', 'generated');
const heading = (title: string, about: string): string => `# ${title}\n\n${about} Made by \`scripts/docs.ts\`; do not edit.\n`;

function contractPage(): string {
  const methods = listMethods(contract);
  const page = [
    heading(
      'The contract',
      `Every method the window can call, as it stands in \`shared/contract\`. Fingerprint \`${fingerprintOf(contract)}\`.`,
    ),
  ];
  for (const method of methods) page.push(methodSection(method));
  return page.join('\n');
}

function methodSection({ name, meta, errors, input, output }: MethodFacts): string {
  const facts = [
    `*${meta.kind}*`,
    meta.touches.length > 0 ? `touches ${meta.touches.join(', ')}` : '',
    meta.undo === null ? '' : `undone as \`${meta.undo}\``,
  ].filter(Boolean);
  const own = errors.filter(
    (code) =>
      ![
        'NO_WORKSPACE',
        'WORKSPACE_READ_ONLY',
        'WORKSPACE_REPLACED',
        'DISK_FULL',
        'DISK_GONE',
        'NOT_FOUND',
        'CANCELLED',
        'BAD_MESSAGE',
        'INTERNAL',
      ].includes(code),
  );
  return (
    [
      `## ${name}\n`,
      `${facts.join(' · ')}\n`,
      `- in: ${shape(input)}`,
      `- out: ${shape(output)}`,
      own.length > 0 ? `- errors: ${own.join(', ')}` : '',
      '',
    ]
      .filter((line) => line !== '')
      .join('\n') + '\n'
  );
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly stream?: boolean;
}

/** A JSON Schema in one line of TypeScript-like words, three levels deep. */
function shape(schema: unknown, depth = 0): string {
  // z.toJSONSchema makes plain JSON Schema; only these members are read.
  const s = schema as JsonSchema;
  if (s.stream === true) return 'a stream of progress, then the result';
  if (s.const !== undefined) return JSON.stringify(s.const);
  if (s.enum !== undefined) return s.enum.map((value) => JSON.stringify(value)).join(' \\| ');
  const union = s.anyOf ?? s.oneOf;
  if (union !== undefined) return union.map((part) => shape(part, depth + 1)).join(' \\| ');
  if (s.type === 'array') return `${shape(s.items ?? {}, depth)}[]`;
  if (s.properties !== undefined) {
    if (depth > 2) return '{ … }';
    const members = Object.entries(s.properties).map(
      ([name, member]) => `${name}${s.required?.includes(name) === true ? '' : '?'}: ${shape(member, depth + 1)}`,
    );
    return members.length === 0 ? '{}' : `{ ${members.join('; ')} }`;
  }
  if (typeof s.additionalProperties === 'object') return `Record<string, ${shape(s.additionalProperties, depth + 1)}>`;
  return s.type ?? 'unknown';
}

function schemaPage(): string {
  const db = new Database(':memory:');
  migrate(db);
  const notes = tableNotes();
  const page = [heading('The tables of a workspace', 'Every table with its columns, as the migrations make them.')];
  for (const table of tableNames(db)) {
    const keys = db.prepare('SELECT "from" AS name, "table" AS target FROM pragma_foreign_key_list(:table)').all({ table });
    // pragma_foreign_key_list's columns are text.
    const targets = new Map((keys as { name: string; target: string }[]).map((key) => [key.name, key.target]));
    const columns = columnsOf(db, table).map(
      (column) => `| ${column.name}${column.pk > 0 ? ' (key)' : ''} | ${column.type} | ${targets.get(column.name) ?? ''} |`,
    );
    page.push(
      `## ${table}\n`,
      notes.get(table) === undefined ? '' : `${notes.get(table)}\n`,
      '| column | type | points to |',
      '| --- | --- | --- |',
      ...columns,
      '',
    );
  }
  db.close();
  return (
    page
      .filter((line) => line !== '')
      .join('\n')
      .replaceAll('\n## ', '\n\n## ')
      .replaceAll('\n| column', '\n\n| column') + '\n'
  );
}

/** The comment above each CREATE TABLE in the migrations. */
function tableNotes(): Map<string, string> {
  const notes = new Map<string, string>();
  for (const match of migrations.flatMap(({ up }) => [...up.join('\n').matchAll(/((?:^-- .*\n)+)CREATE TABLE (\w+)/gmu)])) {
    notes.set(match[2] ?? '', (match[1] ?? '').replaceAll(/^-- /gmu, '').replaceAll('\n', ' ').trim());
  }
  return notes;
}

interface Requirement {
  readonly id: string;
  readonly text: string;
}

function readRequirements(): Requirement[] {
  const text = readFileSync(join(root, 'docs', 'requirements.md'), 'utf8');
  return [...text.matchAll(/^\| ([RF]\d+) \| (.+?) \|$/gmu)].map((match) => ({ id: match[1] ?? '', text: match[2] ?? '' }));
}

/** Which tests carry which requirement's number in their name. */
function testsByRequirement(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const files = ['test', 'shared', 'electron', 'renderer', 'scripts'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of files.toSorted()) {
    for (const match of readFileSync(file, 'utf8').matchAll(
      /(?:test|it|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])((?:(?!\1).)*\[[RF]\d+\](?:(?!\1).)*)\1/gu,
    )) {
      for (const id of (match[2] ?? '').matchAll(/\[([RF]\d+)\]/gu)) {
        const name = (match[2] ?? '').replaceAll(/\[[RF]\d+\]\s*/gu, '').replaceAll('|', '\\|');
        found.set(id[1] ?? '', [...(found.get(id[1] ?? '') ?? []), `${name} (${file.slice(root.length + 1)})`]);
      }
    }
  }
  return found;
}

function requirementsPage(): string {
  const tests = testsByRequirement();
  const all = readRequirements();
  const without = all.filter(({ id }) => !tests.has(id));
  const page = [
    heading(
      'Requirements and their tests',
      `${all.length - without.length} of ${all.length} rows of docs/requirements.md have at least one test that carries their number.`,
    ),
  ];
  for (const { id, text } of all.filter((row) => tests.has(row.id)))
    page.push(`- **${id}** ${text}`, ...(tests.get(id) ?? []).map((test) => `  - ${test}`));
  page.push('\n## Rows without a test yet\n', ...without.map(({ id, text }) => `- ${id} ${text}`));
  return `${page.join('\n')}\n`;
}

function pages(): Map<string, string> {
  return new Map([
    ['contract.md', contractPage()],
    ['schema.md', schemaPage()],
    ['requirements.md', requirementsPage()],
  ]);
}

/** Names the pages that no longer say what the sources say. */
export function checkDocs(): string[] {
  return [...pages()].flatMap(([name, text]) => {
    const path = join(folder, name);
    return existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [`docs/generated/${name} is stale: run "npm run docs"`];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages()) writeFileSync(join(folder, name), text);
}
