// What changed in a country over its editions, one noun a method: its law, its goods and activities, its institutions.

import { z } from 'zod';
import type { ActivityLedger } from '../../core/activity-ledger.ts';
import type { CountryGoods } from '../../core/goods.ts';
import type { InstitutionLedger } from '../../core/institution-ledger.ts';
import type { CountryLaw } from '../../core/law.ts';
import { returns } from '../method.ts';
import { iso3 } from './inputs.ts';

/** The goods on the issuer's lists, and the work that children do as reports list it by sector. */
export type GoodsAndActivities = { country: string; countryName: string; goods: CountryGoods; activities: ActivityLedger };

export type CountryInstitutions = InstitutionLedger & { country: string; countryName: string };

const tables = ['document', 'observation_correction'];
const ofCountry = z.strictObject({ country: iso3 });

export const countryChanges = {
  'law.ofCountry': returns<CountryLaw>().query("A country's legal standards, conventions and the gaps between them over the years, with what changed and the law named.", ofCountry, tables),
  'goods.ofCountry': returns<GoodsAndActivities>().query("A country's listed goods with their marks year by year, and the work that children do by sector, followed over the editions.", ofCountry, tables),
  'institutions.ofCountry': returns<CountryInstitutions>().query("A country's agencies, coordinating bodies, policies and programs, followed over the editions by name and description.", ofCountry, tables),
};
