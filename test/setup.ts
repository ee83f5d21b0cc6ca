import fc from 'fast-check';

/**
 * Property tests draw the same values in every run, so that a red run means that something was changed, and the same commit is judged
 * the same everywhere. `ROST_LONG=1` draws others each time; what fails then prints the seed that makes it fail again.
 */
const seed = 20_241_122;

fc.configureGlobal(process.env['ROST_LONG'] === undefined ? { seed } : {});
