/**
 * Puts a picture on the clipboard. It is asked for while the picture is still being made, since a clipboard takes nothing long after the key was pressed.
 * False when the system does not take it.
 */
export async function pictureToClipboard(picture: Promise<Blob>): Promise<boolean> {
  // Where there is no clipboard nobody else would hear that it failed.
  void picture.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch {
    return false;
  }
}

/** A file that lies ready, as a picture. @throws Error when it is not there */
export async function pictureOf(ticket: string): Promise<Blob> {
  const response = await fetch(`/blob/${ticket}`);
  if (!response.ok) throw new Error(`picture refused: ${response.status}`);
  return new Blob([await response.arrayBuffer()], { type: 'image/png' });
}
