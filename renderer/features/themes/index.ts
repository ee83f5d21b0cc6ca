export { branchOf } from './branch-of.ts';
export { findThemes } from './match-themes.ts';
export { ThemeBox } from './ThemeBox.tsx';
export { ThemePane } from './ThemePane.tsx';
export { useThemes, type Themes } from './use-themes.ts';
