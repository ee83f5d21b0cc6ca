import type { XmlElement } from '../../../documents/xml.ts';

/** An element with everything in it. */
export interface XmlPart {
  readonly name: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlPart[];
  text: string;
}

/** Containers whose parts are told one by one. What is in the codebook is read by somebody else. */
const containers: ReadonlySet<string> = new Set(['Users', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs', 'CodeBook']);

/** Builds the parts of a document one at a time, and hands each over when it is whole: never the whole document. */
export class XmlParts {
  readonly #take: (path: readonly string[], part: XmlPart) => void;
  /** The root, and the container in it. */
  readonly #path: string[] = [];
  readonly #open: XmlPart[] = [];
  #inCodes = 0;

  constructor(take: (path: readonly string[], part: XmlPart) => void) {
    this.#take = take;
  }

  get depth(): number {
    return this.#path.length + this.#open.length + this.#inCodes;
  }

  open({ name, line, attributes }: XmlElement): void {
    if (this.#inCodes > 0 || (this.#open.length === 0 && this.#path.length === 2 && this.#path[1] === 'CodeBook')) {
      this.#inCodes += 1;
      return;
    }
    const isOutside = this.#open.length === 0 && (this.#path.length === 0 || (this.#path.length === 1 && containers.has(name)));
    if (isOutside) {
      this.#path.push(name);
      return;
    }
    const part: XmlPart = { name, line, attributes, children: [], text: '' };
    this.#open.at(-1)?.children.push(part);
    this.#open.push(part);
  }

  close(): void {
    if (this.#inCodes > 0) {
      this.#inCodes -= 1;
      return;
    }
    const part = this.#open.pop();
    if (part === undefined) this.#path.pop();
    else if (this.#open.length === 0) this.#take(this.#path, part);
  }

  text(text: string): void {
    const part = this.#open.at(-1);
    if (part !== undefined) part.text += text;
  }
}

/** An attribute's value; null where there is none. */
export function attribute({ attributes }: XmlPart, name: string): string | null {
  return attributes.get(name) ?? null;
}

/** The children of that name. */
export function childrenOf({ children }: XmlPart, name: string): XmlPart[] {
  return children.filter((child) => child.name === name);
}

/** The text of the first child of that name; empty where there is none. */
export function textOf(part: XmlPart, name: string): string {
  return childrenOf(part, name)[0]?.text ?? '';
}
