export { fewestPersons, foldOf, learn, teachable, type Example, type Lessons } from './learn.ts';
export { figuresOf, type Figures, type HeldOut } from './measure.ts';
export { suggest, weightiest, type Model, type ModelSuggestion } from './model.ts';
