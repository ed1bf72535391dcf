/** Gives each prop its words, so that a test may say something hostile. */
export type Say = (words: string) => string;
