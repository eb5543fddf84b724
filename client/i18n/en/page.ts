import type * as ru from '../ru/page.ts';

export const page: typeof ru.page = {
  siteName: 'Family eSIM Map',
  tagline: 'Can your family share one plan with eSIMs in your region of Russia, and how do we know',
  skip: 'Skip to content',
  menu: 'Menu',
  navigation: 'Sections',
  languages: 'Language',
  nav: {
    map: 'Map',
    check: 'Check your family',
    compare: 'Compare',
    guide: 'Guide',
    data: 'Data',
    about: 'About',
  },
  theme: { title: 'Appearance', light: 'light', dark: 'dark', auto: 'system' },
  dataOf: (date) => `Data as of ${date}`,
  licence: 'Code: MIT. Data: CC BY 4.0',
  notCopied: 'Could not copy',
  notFound: {
    title: 'There is no such page',
    text: (path) =>
      `Nothing lives at ${path}. The address may have a typo. Start from the map or the list of regions.`,
    toMap: 'To the map',
  },
};
