import type { TestProject } from 'vitest/node';
import { openPracticeNetwork } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a practice network that was started for the journeys. */
    journeyUrl: string;
    /** Its data folder, for commands beside it. */
    journeyData: string;
  }
}

/** One network for all journeys but those that move its clock. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const network = await openPracticeNetwork();
  project.provide('journeyUrl', network.url);
  project.provide('journeyData', network.folder);
  return () => network.close();
}
