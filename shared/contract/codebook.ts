import { codebookExchange } from './codebook-exchange.ts';
import { codebookVersions } from './codebook-versions.ts';

export const codebook = {
  ...codebookVersions,
  ...codebookExchange,
};
