/**
 * Every key binding of the program, in one table: the palette, the help page and the native menus are made from it, and a test
 * asserts that no two commands share a key in one context (docs/adr, interaction rules). Keys are named as in `keys.ts`.
 */
export type CommandContext =
  | 'global'
  | 'lists'
  | 'designer'
  | 'bank'
  | 'entry'
  | 'coding'
  | 'text'
  | 'autocode'
  | 'correction'
  | 'themes'
  | 'analysis'
  | 'meetings'
  | 'minutes'
  | 'actions'
  | 'findings'
  | 'observations'
  | 'merge'
  | 'documents'
  | 'differences'
  | 'agreement'
  | 'patterns'
  | 'quotes'
  | 'disagreements'
  | 'clearance'
  | 'attributes'
  | 'secondReading'
  | 'framework';

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
  global('search', ['Mod+Shift+F'], 'edit'),
  global('openWorkspace', [], 'file'),
  global('makeBackup', [], 'file'),
  global('closeWorkspace', [], 'file'),
  single('lists', 'new', ['N']),
  single('lists', 'filter', ['F']),
  single('lists', 'export', ['E']),
  single('lists', 'import', ['I']),
  single('lists', 'sort', ['S']),
  single('lists', 'selectAll', ['Mod+A']),
  single('lists', 'menu', ['.', 'Shift+F10', 'ContextMenu']),
  single('lists', 'remove', ['Delete']),
  single('lists', 'secondPass', ['D']),
  both('documents', 'done', ['Mod+Enter']),
  single('designer', 'newQuestion', ['N']),
  single('designer', 'newSection', ['Shift+N']),
  both('designer', 'done', ['Mod+Enter']),
  single('designer', 'moveUp', ['Alt+ArrowUp']),
  single('designer', 'moveDown', ['Alt+ArrowDown']),
  single('designer', 'moveIn', ['Mod+Shift+ArrowRight']),
  single('designer', 'moveOut', ['Mod+Shift+ArrowLeft']),
  both('designer', 'duplicate', ['Mod+D']),
  single('designer', 'remove', ['Delete']),
  single('designer', 'routing', ['R']),
  single('designer', 'languages', ['L']),
  single('designer', 'testFill', ['T']),
  single('designer', 'preview', ['P']),
  single('designer', 'bank', ['B']),
  both('designer', 'nextProblem', ['Mod+ArrowDown']),
  both('designer', 'previousProblem', ['Mod+ArrowUp']),
  both('designer', 'takeIntoUse', []),
  both('designer', 'setLanguages', []),
  both('bank', 'insert', ['Mod+Enter']),
  single('merge', 'mine', ['1']),
  single('merge', 'theirs', ['2']),
  single('merge', 'other', ['3']),
  single('merge', 'next', ['ArrowDown']),
  single('merge', 'previous', ['ArrowUp']),
  both('merge', 'done', ['Mod+Enter']),
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
  single('quotes', 'themes', ['T']),
  single('quotes', 'keep', ['K']),
  single('quotes', 'group', ['G']),
  both('quotes', 'makeFinding', ['Mod+Enter']),
  single('agreement', 'disagreements', ['U']),
  single('patterns', 'export', ['E']),
  single('patterns', 'inside', ['G']),
  single('disagreements', 'first', ['1']),
  single('disagreements', 'second', ['2']),
  single('disagreements', 'union', ['3']),
  single('disagreements', 'overlap', ['4']),
  single('disagreements', 'none', ['5']),
  single('disagreements', 'range', ['6']),
  single('disagreements', 'note', ['M']),
  single('disagreements', 'reopen', ['R']),
  single('disagreements', 'next', ['ArrowDown']),
  single('disagreements', 'previous', ['ArrowUp']),
  both('framework', 'done', ['Mod+Enter']),
  both('framework', 'nextEmpty', ['Mod+ArrowDown']),
  single('framework', 'edit', ['F2']),
  single('framework', 'open', ['O']),
  single('framework', 'link', ['1', '2', '3', '4', '5', '6', '7', '8', '9']),
  single('framework', 'finding', ['B']),
  single('framework', 'themes', ['T']),
  single('framework', 'freeze', ['K']),
  single('framework', 'wider', ['W']),
  single('framework', 'narrower', ['Shift+W']),
  single('framework', 'moveLeft', ['Alt+ArrowLeft']),
  single('framework', 'moveRight', ['Alt+ArrowRight']),
  single('quotes', 'clearance', ['C']),
  single('clearance', 'keep', ['1']),
  single('clearance', 'generalWord', ['2']),
  single('clearance', 'remove', ['3']),
  single('clearance', 'markDown', ['ArrowDown']),
  single('clearance', 'markUp', ['ArrowUp']),
  both('clearance', 'propose', ['Mod+Enter']),
  single('clearance', 'write', ['F2', 'Mod+E']),
  single('clearance', 'withdraw', ['R']),
  both('clearance', 'next', ['Mod+ArrowDown']),
  both('clearance', 'previous', ['Mod+ArrowUp']),
  single('attributes', 'choose', ['1', '2', '3', '4', '5', '6', '7', '8', '9']),
  single('secondReading', 'approve', ['1']),
  single('secondReading', 'sendBack', ['2']),
  single('differences', 'first', ['1']),
  single('differences', 'second', ['2']),
  single('differences', 'other', ['3']),
  single('differences', 'remark', ['M']),
  single('differences', 'names', ['N']),
  both('differences', 'done', ['Mod+Enter']),
  both('entry', 'person1', ['Mod+6']),
  both('entry', 'person2', ['Mod+7']),
  both('entry', 'person3', ['Mod+8']),
  both('entry', 'person4', ['Mod+9']),
  single('entry', 'newRound', ['N']),
  single('entry', 'removeRound', ['Mod+Delete']),
  both('entry', 'facts', []),
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
  single('coding', 'about', ['Mod+Shift+L']),
  single('coding', 'memo', ['Mod+Shift+M']),
  single('coding', 'chipMenu', ['Shift+F10', 'ContextMenu']),
  single('coding', 'accept1', ['Mod+1']),
  single('coding', 'accept2', ['Mod+2']),
  single('coding', 'accept3', ['Mod+3']),
  single('coding', 'reject', ['Mod+Backspace']),
  both('coding', 'source', []),
  both('coding', 'sort', []),
  both('coding', 'autocode', []),
  single('text', 'nextSegment', ['Mod+ArrowDown']),
  single('text', 'previousSegment', ['Mod+ArrowUp']),
  single('text', 'grow', ['Shift+Space']),
  single('text', 'theme', ['Mod+Enter']),
  single('text', 'correct', ['F2', 'Mod+E']),
  both('text', 'memo', ['Mod+Shift+M']),
  both('text', 'nextHit', ['F3']),
  both('text', 'previousHit', ['Shift+F3']),
  both('correction', 'done', ['Mod+Enter']),
  single('correction', 'keep', ['1']),
  single('correction', 'chooseAgain', ['2']),
  single('correction', 'takeOff', ['3']),
  both('autocode', 'run', ['Mod+Enter']),
  single('themes', 'newChild', ['Shift+N']),
  single('themes', 'moveUp', ['Alt+ArrowUp']),
  single('themes', 'moveDown', ['Alt+ArrowDown']),
  single('themes', 'moveIn', ['Mod+Shift+ArrowRight']),
  single('themes', 'moveOut', ['Mod+Shift+ArrowLeft']),
  single('themes', 'moveUnder', ['U']),
  single('themes', 'merge', ['J']),
  single('themes', 'split', ['X']),
  single('themes', 'discard', ['Delete']),
  single('themes', 'words', ['G']),
  single('analysis', 'newTable', ['N']),
  single('analysis', 'rows', ['R']),
  single('analysis', 'columns', ['K', 'C']),
  single('analysis', 'filter', ['F']),
  single('analysis', 'chart', ['D']),
  single('analysis', 'percent', ['P']),
  single('analysis', 'intervals', ['U']),
  single('analysis', 'base', ['B']),
  single('analysis', 'places', ['S']),
  single('analysis', 'raw', ['Shift+E']),
  single('analysis', 'view', ['G']),
  single('analysis', 'export', ['E']),
  single('analysis', 'copy', ['Mod+C']),
  single('meetings', 'wheel', ['Y']),
  single('meetings', 'minutes', ['R']),
  both('meetings', 'done', ['Mod+Enter']),
  single('meetings', 'moveUp', ['Alt+ArrowUp']),
  single('meetings', 'moveDown', ['Alt+ArrowDown']),
  both('minutes', 'mark1', ['Mod+1']),
  both('minutes', 'mark2', ['Mod+2']),
  both('minutes', 'mark3', ['Mod+3']),
  both('minutes', 'mark4', ['Mod+4']),
  both('minutes', 'mark5', ['Mod+5']),
  both('minutes', 'mark6', ['Mod+6']),
  both('minutes', 'mark7', ['Mod+7']),
  both('minutes', 'mark8', ['Mod+8']),
  both('minutes', 'inferred', ['Mod+I']),
  both('minutes', 'done', ['Mod+Enter']),
  both('minutes', 'nextItem', ['Mod+ArrowDown']),
  both('minutes', 'previousItem', ['Mod+ArrowUp']),
  both('minutes', 'attendance', ['Mod+Shift+A']),
  both('minutes', 'moveUp', ['Alt+ArrowUp']),
  both('minutes', 'moveDown', ['Alt+ArrowDown']),
  both('minutes', 'finish', []),
  single('actions', 'setStatus', ['S']),
  single('actions', 'reportBack', ['R']),
  single('actions', 'review', ['V']),
  single('actions', 'edit', ['F2', 'Mod+E']),
  single('findings', 'setStatus', ['S']),
  single('findings', 'evidence', ['B']),
  single('findings', 'makeAction', ['A']),
  single('findings', 'reportBack', ['R']),
  single('findings', 'edit', ['F2', 'Mod+E']),
  single('observations', 'setStatus', ['S']),
  single('observations', 'share', ['D']),
  single('observations', 'makeAction', ['A']),
  single('observations', 'edit', ['F2', 'Mod+E']),
];
