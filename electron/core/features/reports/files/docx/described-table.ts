import { BuilderElement, Table, type ITableOptions, type XmlComponent } from 'docx';
import { oneLine } from './word-text.ts';

function told(name: string, value: string): BuilderElement<{ readonly value: string }> {
  return new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } });
}

/** A table with a name and a description that screen readers say before they read it: `docx` writes neither. */
export class DescribedTable extends Table {
  constructor(options: ITableOptions, title: string, description: string) {
    super(options);
    // The table's properties are its first child; the two stand last among them in the schema.
    const [properties] = this.root as XmlComponent[];
    if (title !== '') properties?.addChildElement(told('w:tblCaption', oneLine(title)));
    if (description !== '') properties?.addChildElement(told('w:tblDescription', oneLine(description)));
  }
}
