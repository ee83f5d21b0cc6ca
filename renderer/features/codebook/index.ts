export { CodebookExchangeMenu } from './CodebookExchangeMenu.tsx';
