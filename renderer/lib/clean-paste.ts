// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const noText = /[\u0000-\u0008\u000E-\u001F\u007F\uFEFF]/gu;

/** Words from another program as the file takes them: its breaks of lines and pages are ends of lines, and signs that are no text are left out. */
export function pastedWords(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[\v\f]/gu, '\n')
    .replaceAll(noText, '');
}

const isText = new Set(['text', 'search', 'url', 'tel', 'email']);

/** Whether words can be pasted into an element; not where something is chosen or where every sign counts, as in a passphrase. */
function takesWords(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isText.has(target.type));
}

/** Lets every field take pasted words as the file takes them: Word's breaks of lines and the like would otherwise keep a text from being saved. */
export function cleanPastes(): void {
  document.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const words = pastedWords(pasted);
    // A field that makes something else of what is pasted has done so before.
    if (words === pasted || event.defaultPrevented || !takesWords(event.target)) return;
    event.preventDefault();
    // Old, and the one way that leaves the field's own undo as it is; the field hears of it as of typing.
    document.execCommand('insertText', false, words);
  });
}
