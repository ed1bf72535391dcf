import type { TestProject } from 'vitest/node';
import { fillPracticeFolder, openPracticeNetwork, removeFolder } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a practice network that was started for the journeys. */
    journeyUrl: string;
    /** Its data folder, for commands beside it. */
    journeyData: string;
    /** The folder of such a network, filled and shut: whoever needs one alone opens a copy. */
    filledFolder: string;
  }
}

/** One network for all journeys but those that move its clock. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const filled = await fillPracticeFolder();
  project.provide('filledFolder', filled);
  const network = await openPracticeNetwork(filled);
  project.provide('journeyUrl', network.url);
  project.provide('journeyData', network.folder);
  return async () => {
    await network.close();
    removeFolder(filled);
  };
}
