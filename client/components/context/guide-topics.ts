import type { Catalogue } from '../../i18n/catalogue.ts';

type Topics = Catalogue['guide']['topics'];

/** Pages of the guide in reading order. */
export const GUIDE_TOPICS = [
  'esim',
  'sharing',
  'setup',
  'prepare',
  'children',
  'devices',
  'safety',
  'travel',
] as const satisfies readonly (keyof Topics)[];
export type GuideTopic = (typeof GUIDE_TOPICS)[number];

/** Points that say what a word or an answer of this site means, and so need no source but are no advice either. */
export const GUIDE_EXPLANATIONS: {
  readonly [T in GuideTopic]?: readonly (keyof Topics[T]['points'])[];
} = { esim: ['what'], sharing: ['esim'] };

/** Open questions that families ask first, in the order of the guide; one that was answered since is left out. */
export const GUIDE_QUESTIONS: readonly string[] = [
  'mts-plan-family-nf',
  'mts-esim-members-nf',
  'mts-member-limits-nf',
  'sharing-saves-ns',
  'monthly-time-limits-ns',
  'sharing-abroad-ns',
  'lte-5g-by-region',
];

/** Claims behind the points of each page; a point without claims is practical advice or an explanation. */
export const GUIDE_CLAIMS: {
  readonly [T in GuideTopic]: Partial<Record<keyof Topics[T]['points'], readonly string[]>>;
} = {
  esim: {
    chip: ['iphone-air-esim-only'],
    variants: ['iphone-china-without-esim'],
    sold: ['mts-esim-in-use-2025', 'bee-esim-in-use-2025', 'mf-esim-in-use-2025'],
    contract: ['law-contract-channels', 'law-esim-remote-signature'],
  },
  sharing: {
    pooled: ['mts-fam-my-mts', 'bee-fam-vse-dlya-semi'],
    funded: ['mts-fam-blizkie'],
    region: ['mts-fam-blizkie-region', 'mts-fam-obshchiy-region', 'mf-home-region'],
    relatives: ['law-handover-family', 'law-handover-short-use'],
    cap: ['law-cap-citizens', 'law-cap-foreigners', 'law-cap-parents-numbers'],
  },
  setup: { invite: ['mts-fam-manage'], switching: ['bee-fam-semya-switch'] },
  prepare: {
    profiles: ['esim-activation-inside-russia'],
    documents: ['law-contract-channels'],
    selfBan: ['law-self-ban-check'],
    foreign: ['law-foreign-in-person', 'law-foreign-imei'],
    port: ['law-portability-one-subject', 'law-portability-between-subjects-planned'],
  },
  children: {
    age: ['law-age-14', 'law-age-14-17-consent'],
    parent: ['law-cap-parents-numbers', 'law-handover-parents-children'],
    law: ['law-child-numbers-signed'],
  },
  devices: {
    number: ['mf-watch-tariff', 'mts-device-tariff'],
    watch: ['apple-watch-2018'],
    car: ['num-glonass'],
    idle: ['cooling-idle-family-lines'],
  },
  safety: {
    delete: ['esim-activation-inside-russia'],
    imei: ['law-imei-database-signed', 'law-imei-operator-duties'],
    restore: ['law-cap-restore-in-office'],
  },
  travel: {
    inside: ['esim-activation-inside-russia'],
    cooling: ['cooling-russian-24-hours', 'cooling-russian-calls-work'],
    captcha: ['cooling-captcha-half-works'],
    region: ['mf-home-region', 'bee-2-home-region'],
    shutdown: ['shutdowns-2025-dozens-of-regions', 'shutdowns-white-list'],
  },
};
