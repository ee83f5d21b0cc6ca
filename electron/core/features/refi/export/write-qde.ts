import type { CodebookTheme } from '../../../../../shared/model/codebook.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { xmlAttribute, xmlText } from '../../../documents/xml.ts';
import { writeCodes } from '../../codebook/exchange/write-codes.ts';
import {
  consensusMark,
  type RefiCase,
  type RefiCoding,
  type RefiSelection,
  type RefiSet,
  type RefiStamp,
  type RefiText,
  type RefiUser,
  type RefiValue,
  type RefiVariable,
} from '../refi-project.ts';

const namespace = 'urn:QDA-XML:project:1.0';
const schema = 'http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd';

/** A project as it leaves. `content` of texts and notes goes into files of their own. */
export interface LeavingProject {
  readonly name: string;
  readonly description: string;
  /** When the file was made, UTC ISO: the only thing in which two exports of the same differ. */
  readonly madeAt: string;
  readonly users: readonly RefiUser[];
  readonly themes: readonly CodebookTheme[];
  /** GUIDs of the notes on a theme. */
  readonly themeNotes: ReadonlyMap<string, readonly string[]>;
  readonly variables: readonly RefiVariable[];
  readonly cases: readonly RefiCase[];
  readonly sources: readonly RefiText[];
  readonly notes: readonly RefiText[];
  readonly sets: readonly RefiSet[];
  readonly projectNotes: readonly string[];
}

/** The file in which a text or note lies, inside the archive. */
export function sourcePath(guid: string): string {
  return `${guid}.txt`;
}

/**
 * A project's XML (`project.qde`), valid by the schema of REFI-QDA 1.5: elements in its order, nothing empty where it wants one or more.
 * No path of this machine is in it.
 */
export function writeQde(project: LeavingProject, language: Language): string {
  const codes = project.themes.length === 0 ? '' : writeCodes(project.themes, language, (id) => project.themeNotes.get(id) ?? []);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<Project xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${schema}"${attributes(
      {
        name: project.name,
        origin: 'Røst',
        creationDateTime: project.madeAt,
      },
    )}>\n`,
    container('Users', project.users.map(user)),
    codes === '' ? '' : `<CodeBook>\n${codes}</CodeBook>\n`,
    container('Variables', project.variables.map(variable)),
    container('Cases', project.cases.map(aCase)),
    container(
      'Sources',
      project.sources.map((source) => text('TextSource', source)),
    ),
    container(
      'Notes',
      project.notes.map((note) => text('Note', note)),
    ),
    container('Sets', project.sets.map(set)),
    described(project.description),
    ...project.projectNotes.map((guid) => reference('NoteRef', guid)),
    '</Project>\n',
  ].join('');
}

function attributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null || value === '' ? [] : [` ${name}="${xmlAttribute(String(value))}"`]))
    .join('');
}

function element(name: string, values: Readonly<Record<string, string | number | null>>, children: readonly string[]): string {
  const inside = children.join('');
  return inside === '' ? `<${name}${attributes(values)}/>\n` : `<${name}${attributes(values)}>\n${inside}</${name}>\n`;
}

/** A container may not be empty: then it is not there. */
function container(name: string, children: readonly string[]): string {
  return children.length === 0 ? '' : `<${name}>\n${children.join('')}</${name}>\n`;
}

function described(description: string): string {
  return description === '' ? '' : `<Description>${xmlText(description)}</Description>\n`;
}

function reference(name: 'NoteRef' | 'CodeRef' | 'SourceRef' | 'VariableRef' | 'MemberSource', guid: string): string {
  return `<${name} targetGUID="${xmlAttribute(guid)}"/>\n`;
}

function stamp({ by, at }: RefiStamp): { creatingUser: string | null; creationDateTime: string | null } {
  return { creatingUser: by, creationDateTime: at !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(at) ? at : null };
}

function user({ guid, name, isConsensus }: RefiUser): string {
  return element('User', { guid, name, id: isConsensus ? consensusMark : null }, []);
}

function variable({ guid, name, type, description }: RefiVariable): string {
  return `<Variable guid="${guid}" name="${xmlAttribute(name)}" typeOfVariable="${type}">\n${described(description)}</Variable>\n`;
}

function valueElement({ variable: guid, type, value }: RefiValue): string {
  const own = value === null ? '' : `<${type}Value>${xmlText(value)}</${type}Value>\n`;
  return `<VariableValue>\n${reference('VariableRef', guid)}${own}</VariableValue>\n`;
}

function aCase({ guid, name, description, values, sources }: RefiCase): string {
  return element('Case', { guid, name }, [
    described(description),
    ...values.map(valueElement),
    ...sources.map((source) => reference('SourceRef', source)),
  ]);
}

function codingElement(coding: RefiCoding): string {
  return element('Coding', { guid: coding.guid, ...stamp(coding) }, [
    reference('CodeRef', coding.code),
    ...coding.notes.map((note) => reference('NoteRef', note)),
  ]);
}

function selection(one: RefiSelection): string {
  const own = { guid: one.guid, name: one.name, startPosition: one.start, endPosition: one.end, ...stamp(one) };
  return element('PlainTextSelection', own, one.codings.map(codingElement));
}

function text(kind: 'TextSource' | 'Note', one: RefiText): string {
  // A path for rich text that is none makes ATLAS.ti load an empty document: there is none.
  const own = { guid: one.guid, name: one.name, plainTextPath: `internal://${sourcePath(one.guid)}`, ...stamp(one) };
  return element(kind, own, [
    described(one.description),
    ...one.selections.map(selection),
    ...one.codings.map(codingElement),
    ...one.notes.map((note) => reference('NoteRef', note)),
  ]);
}

function set({ guid, name, description, sources }: RefiSet): string {
  return element('Set', { guid, name }, [described(description), ...sources.map((source) => reference('MemberSource', source))]);
}
