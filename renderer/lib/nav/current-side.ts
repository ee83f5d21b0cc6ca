/** What is known of a side to tell whether a place belongs to it. */
export interface SidePlace {
  readonly path: string;
  readonly also?: readonly string[];
}

/** The side a path belongs to: the one with the longest path that it is or lies under; undefined outside all of them. */
export function currentSide<S extends SidePlace>(sides: readonly S[], path: string): S | undefined {
  const isInside = (place: string): boolean => path === place || path.startsWith(`${place}/`);
  const places = sides.flatMap((side) => [side.path, ...(side.also ?? [])].filter(isInside).map((place) => ({ side, place })));
  return places.toSorted((one, other) => other.place.length - one.place.length)[0]?.side;
}
