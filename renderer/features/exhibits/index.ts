export { figureWords } from './figure-words.ts';
