/** What the descriptions of the downloads say of them, each in its own format. */
export const TITLE =
  'Family eSIM Map: family sharing of mobile plans by eSIM in the regions of Russia';
export const SUMMARY =
  'For each federal subject and operator: can a family share one mobile plan with eSIMs there, under which conditions, and by which sources is that known.';
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
export const PUBLISHER = 'Family eSIM Map contributors';
export const ATTRIBUTION = `${PUBLISHER}; boundaries: Natural Earth; settlements: GeoNames (CC BY 4.0)`;
/** Where the parts that are not ours come from. */
export const ORIGINS = [
  { title: 'Natural Earth', path: 'https://www.naturalearthdata.com/' },
  { title: 'GeoNames', path: 'https://www.geonames.org/' },
  { title: 'Russian register of numbering', path: 'https://opendata.digital.gov.ru/' },
];
