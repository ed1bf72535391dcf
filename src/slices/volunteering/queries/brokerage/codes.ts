import { channels, enquiryStates } from '../../lists/brokerage.ts';
import { keysOf } from '../../lists/keys.ts';
import type { Channel, EnquiryState } from '../../words/brokerage/enquiry.ts';

const states = keysOf(enquiryStates);
const ways = keysOf(channels);

export function stateOf(text: string): EnquiryState {
  const found = states.find((one) => one === text);
  if (!found) throw new Error(`An enquiry cannot be ${text}.`);
  return found;
}

export function channelOf(text: string): Channel {
  const found = ways.find((one) => one === text);
  if (!found) throw new Error(`An enquiry cannot come by ${text}.`);
  return found;
}
