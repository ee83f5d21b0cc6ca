export { breaksOf, type BreakNote, type PlaceBreak } from './breaks.ts';
export { isValidOn, type Attribution, type ChangeKind, type Extent, type Place, type PlaceChange, type PlaceKind } from './place.ts';
export { placeName } from './place-name.ts';
export { PlaceRegister, type Kin, type PlaceLink } from './place-register.ts';
export { rollUp, type LineageMode, type PlaceGroup, type RollUp } from './roll-up.ts';
export { faultsOf, keyOf, RegisterFile, type FileChange, type FilePlace, type RegisterFault } from './register-file.ts';
export { rowsOfFile } from './rows-of-file.ts';
