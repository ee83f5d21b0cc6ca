import { zipSync } from 'fflate';
import { xmlAttribute } from '../../../../documents/xml.ts';
import { xmlHead } from './slide-xml.ts';

/** A relationship of a part; `isOutside` for an address. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isOutside?: boolean;
}

/** One file of the package. Its content type is null for those known by their ending. */
export interface PackagePart {
  readonly name: string;
  readonly contentType: string | null;
  readonly content: string | Uint8Array;
  readonly relations?: readonly Relation[];
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const endings: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** The first day a ZIP knows, so that the same report makes the same file. */
const noTime = new Date(1980, 0, 1);

function relationsXml(relations: readonly Relation[]): string {
  const each = relations.map(({ id, type, target, isOutside }) => {
    const full = type.startsWith('http') ? type : office + type;
    return `<Relationship Id="${id}" Type="${full}" Target="${xmlAttribute(target)}"${isOutside === true ? ' TargetMode="External"' : ''}/>`;
  });
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function relationsName(name: string): string {
  const at = name.lastIndexOf('/');
  return `${name.slice(0, at + 1)}_rels/${name.slice(at + 1)}.rels`;
}

/** An Office file of its parts: content types, relationships beside each part, no times. */
export function packageOf(parts: readonly PackagePart[], root: readonly Relation[]): Uint8Array {
  const used = new Set([
    'rels',
    'xml',
    ...parts.filter(({ contentType }) => contentType === null).map(({ name }) => name.split('.').at(-1) ?? ''),
  ]);
  const defaults = [...used].map(
    (ending) => `<Default Extension="${ending}" ContentType="${endings[ending] ?? 'application/octet-stream'}"/>`,
  );
  const overrides = parts.flatMap(({ name, contentType }) =>
    contentType === null ? [] : [`<Override PartName="/${name}" ContentType="${contentType}"/>`],
  );
  const types = `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
  const text = new TextEncoder();
  const files: Record<string, Uint8Array> = { '[Content_Types].xml': text.encode(types), '_rels/.rels': text.encode(relationsXml(root)) };
  for (const { name, content, relations = [] } of parts) {
    files[name] = typeof content === 'string' ? text.encode(content) : content;
    if (relations.length > 0) files[relationsName(name)] = text.encode(relationsXml(relations));
  }
  return zipSync(files, { level: 6, mtime: noTime });
}
