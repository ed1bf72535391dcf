import type { Trade } from '../trade.ts';
import { artsTrades } from './trades-arts.ts';
import { careTrades } from './trades-care.ts';
import { companyTrades } from './trades-company.ts';
import { familyTrades } from './trades-family.ts';
import { foodTrades } from './trades-food.ts';
import { greenTrades } from './trades-green.ts';
import { learningTrades } from './trades-learning.ts';
import { moneyTrades } from './trades-money.ts';
import { sharingTrades } from './trades-sharing.ts';
import { youngTrades } from './trades-young.ts';

/** Every kind of activity of the region. */
export const trades: readonly Trade[] = [
  ...foodTrades,
  ...moneyTrades,
  ...companyTrades,
  ...familyTrades,
  ...youngTrades,
  ...learningTrades,
  ...greenTrades,
  ...sharingTrades,
  ...careTrades,
  ...artsTrades,
];
