/** True when an error text is there to be shown: the field is then invalid. */
export function hasError(error: string | undefined): boolean {
  return error !== undefined && error !== '';
}
