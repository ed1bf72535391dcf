import { event } from '../../../platform/words.ts';

type About = { driveId: string };

export const driveMade = event<About>('volunteering.drive_made');
export const driveJoined = event<About & { number: number }>('volunteering.drive_joined');
export const driveLeft = event<About>('volunteering.drive_left');
export const driveProposed = event<About & { people: number; placed: number }>('volunteering.drive_proposed');
export const driveSuggested = event<About & { people: number }>('volunteering.drive_suggested');
