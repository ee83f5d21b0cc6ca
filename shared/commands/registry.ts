/**
 * Every key binding of the program, in one table: the palette, the help page and the native menus are made from it, and a test
 * asserts that no two commands share a key in one context (docs/adr, interaction rules). Keys are named as in `keys.ts`.
 */
export type CommandContext = 'global' | 'lists' | 'entry' | 'coding' | 'text' | 'themes' | 'analysis' | 'meetings' | 'actions';

export interface CommandEntry {
  readonly id: string;
  /** Message id of the command's name. */
  readonly message: string;
  readonly keys: readonly string[];
  readonly context: CommandContext;
  /** single: only while no caret stands. both: also in text. */
  readonly caret: 'single' | 'both';
  /** Where the command lives in a native menu; absent for keys that belong to one widget. */
  readonly menu?: 'file' | 'edit' | 'view' | 'go' | 'help';
}

function global(
  id: string,
  keys: readonly string[],
  menu: CommandEntry['menu'] | null,
  caret: CommandEntry['caret'] = 'both',
): CommandEntry {
  return { id, message: `command.${id}`, keys, context: 'global', caret, ...(menu === null || menu === undefined ? {} : { menu }) };
}

function single(context: CommandContext, id: string, keys: readonly string[]): CommandEntry {
  return { id: `${context}.${id}`, message: `command.${context}.${id}`, keys, context, caret: 'single' };
}

function both(context: CommandContext, id: string, keys: readonly string[]): CommandEntry {
  return { id: `${context}.${id}`, message: `command.${context}.${id}`, keys, context, caret: 'both' };
}

export const commands: readonly CommandEntry[] = [
  global('palette', ['Mod+K'], 'go'),
  global('goTo', ['Mod+G'], 'go'),
  global('undo', ['Mod+Z'], 'edit'),
  global('redo', ['Mod+Shift+Z', 'Ctrl+Y'], 'edit'),
  global('saveState', ['Mod+S'], 'file'),
  global('curtain', ['Mod+J'], 'view'),
  global('help', ['F1', '?'], 'help', 'single'),
  global('nextRegion', ['F6'], null),
  global('previousRegion', ['Shift+F6'], null),
  global('filter', ['Mod+F'], 'edit'),
  global('openWorkspace', [], 'file'),
  global('makeBackup', [], 'file'),
  global('closeWorkspace', [], 'file'),
  single('lists', 'new', ['N']),
  single('lists', 'filter', ['F']),
  single('lists', 'export', ['E']),
  single('lists', 'import', ['I']),
  single('entry', 'dontKnow', ['V']),
  single('entry', 'preferNotToSay', ['P']),
  single('entry', 'notApplicable', ['A']),
  single('entry', 'illegible', ['U']),
  single('entry', 'skip', ['H']),
  single('entry', 'clear', ['Delete']),
  single('entry', 'language', ['L']),
  both('entry', 'reason1', ['Mod+1']),
  both('entry', 'reason2', ['Mod+2']),
  both('entry', 'reason3', ['Mod+3']),
  both('entry', 'reason4', ['Mod+4']),
  both('entry', 'reason5', ['Mod+5']),
  both('entry', 'done', ['Mod+Enter']),
  both('entry', 'nextOpen', ['Mod+ArrowDown']),
  both('entry', 'previousOpen', ['Mod+ArrowUp']),
  both('entry', 'remark', ['Mod+Shift+M']),
  single('entry', 'remarkSingle', ['M']),
  both('entry', 'languageBoth', ['Mod+Shift+L']),
  both('entry', 'endPartial', []),
  single('coding', 'noTheme', ['0']),
  single('coding', 'quick', ['1', '2', '3', '4', '5', '6', '7', '8', '9']),
  single('coding', 'same', ['Space']),
  single('coding', 'next', ['Enter']),
  single('coding', 'removeLast', ['Backspace']),
  single('coding', 'text', ['F2', 'Mod+E']),
  single('coding', 'selectAll', ['Mod+A']),
  single('coding', 'extendDown', ['Shift+ArrowDown']),
  single('coding', 'extendUp', ['Shift+ArrowUp']),
  single('coding', 'positive', ['+']),
  single('coding', 'negative', ['-']),
  single('coding', 'mixed', [',']),
  single('coding', 'neutral', ['.']),
  both('coding', 'done', ['Mod+Enter']),
  both('coding', 'nextOpen', ['Mod+ArrowDown']),
  both('coding', 'previousOpen', ['Mod+ArrowUp']),
  both('coding', 'inferred', ['Mod+I']),
  both('coding', 'columns', ['Mod+B']),
  single('text', 'nextSegment', ['Mod+ArrowDown']),
  single('text', 'previousSegment', ['Mod+ArrowUp']),
  single('text', 'grow', ['Shift+Space']),
  single('text', 'theme', ['Mod+Enter']),
  single('themes', 'newChild', ['Shift+N']),
  single('analysis', 'newTable', ['N']),
  single('analysis', 'rows', ['R']),
  single('analysis', 'columns', ['K', 'C']),
  single('analysis', 'filter', ['F']),
  single('analysis', 'chart', ['D']),
  single('analysis', 'percent', ['P']),
  single('analysis', 'intervals', ['U']),
  single('analysis', 'view', ['G']),
  single('analysis', 'export', ['E']),
  single('analysis', 'copy', ['Mod+C']),
  single('meetings', 'wheel', ['Y']),
  single('actions', 'setStatus', ['S']),
];
