import type { DeviceNoteCode } from '../../../data/core/schema/device.ts';
import type * as ru from '../ru/check.ts';

export const check: typeof ru.check = {
  title: 'Check your family',
  description: 'An answer for your numbers and devices. Computed in the browser: nothing is sent.',
  lead: 'The answer is there at once and follows the fields. Everything is computed in this browser. Your answers live only in the page’s address, after the # sign, and never reach the server.',
  noScript:
    'The check needs scripts. Everything else works without them: answers by region, comparison of operators, the guide.',
  toRegions: 'List of regions',
  loading: 'Loading the data…',
  failed: 'The data did not load. Check the connection and open the page again.',
  start: 'Region and family',
  homeRegion: 'Contract region',
  chooseRegion: '— choose a region —',
  presetsTitle: 'Who is in the family? Start from the nearest, then adjust',
  preset: {
    'adults-and-child': 'two adults and a child',
    'couple-with-watch': 'a couple with a watch',
    'three-generations': 'three generations',
    students: 'students',
  },
  pays: 'pays for all',
  morePerson: 'Citizenship, other numbers, who holds the contract',
  addDevice: 'Add a device',
  noRegion: 'Choose a region and the answer stands here',
  noRegionLong: 'No contract region is chosen, so there is no answer yet: each region has its own.',
  toAnswer: 'To the answer',
  people: 'Who is in the family',
  person: (position) => `Person ${position}`,
  age: 'Age',
  citizenship: 'Citizenship',
  otherNumbers: 'Other numbers this person holds',
  wholeNumber: (max, counted) =>
    `A whole number from 0 to ${max} is needed. Until then ${counted} counts.`,
  addPerson: 'Add a person',
  addedPerson: (person, hasLine) =>
    hasLine
      ? `Person ${person} added, with a phone.`
      : `Person ${person} added without a line: there is no room for more lines.`,
  removedPerson: (person, hadLines) =>
    hadLines ? `Person ${person} removed, and their lines with them.` : `Person ${person} removed.`,
  addedLine: (line) => `Line ${line} added.`,
  removedLine: (line) => `Line ${line} removed.`,
  remove: (what) => `Remove: ${what}`,
  line: (position) => `Line ${position}`,
  holder: 'Who holds the contract',
  holderDefault: 'the user; under 14, the payer',
  device: 'Device',
  modelUnknown: 'not sure',
  variant: 'Made for which market',
  variantUnknown: 'not sure',
  variantOption: (market, esim, codes) =>
    codes === '' ? `${market}: ${esim}` : `${market}: ${esim} (${codes})`,
  variantWhere:
    'The model number is in the settings, in the section about the device, and on the box. On an iPhone tap the line “Model Number” to see a code like A2634.',
  esim: {
    yes: 'has eSIM',
    no: 'no eSIM',
    'by-variant': 'eSIM in some versions only',
    unknown: 'not known whether it has eSIM',
  },
  esimOf: (device, answer) => `${device}: ${answer}.`,
  eid: {
    title: 'Does the device have eSIM? Where to find the EID',
    dial: 'On a phone dial *#06#: if an EID (32 digits) is among the numbers, it has an eSIM chip. The settings show the EID too; on most watches and tablets only they do:',
    places: [
      ['iPhone, iPad', 'Settings → General → About → EID'],
      ['Android', 'Settings → About phone → EID (sometimes under “Status”)'],
      ['Samsung', 'Settings → Connections → SIM manager → Add eSIM; the EID is under About phone'],
      ['Huawei', 'Settings → Mobile network → SIM management → eSIM; the EID is under About phone'],
    ],
    none: 'If an EID is shown neither after *#06# nor in the settings, there is probably no chip, and only another device helps. Names of menus differ by system version.',
  },
  operator: 'Operator now',
  operatorAny: 'none yet, or may change',
  region: 'Contract region',
  payer: 'Pays for all',
  more: 'More about the family',
  signing: 'How to sign',
  signings: { any: 'any way', remote: 'only without a visit', 'in-person': 'in a shop' },
  present: 'Where the family is now',
  presentSame: 'in the contract region',
  result: 'The answer for your family',
  invalid: 'This cannot be computed: something in the description does not fit. Start again.',
  damaged: 'The link is incomplete or was made for another version, so the form has been reset.',
  full: 'No more can be added.',
  family: 'About the family itself, with any operator',
  plastic:
    'On an ordinary SIM card the device would be no obstacle: this map is about shared plans on eSIM.',
  wayOut: 'What would change the answer',
  share: 'Link to this check',
  shareNote: 'The link holds your answers. Send it only to those who may see them.',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied.',
  linkNotCopied: 'Could not copy. The link is in the address bar: copy it from there.',
  reset: 'Start again',
};

export const deviceField: typeof ru.deviceField = {
  label: 'Model, or the code on the box',
  results: 'Devices found',
  loading: 'Loading the list of devices…',
  failed:
    'The list of devices did not load. The answer is computed without the model; check the connection and enter the field again.',
  none: 'This device is not in our list, so the model counts as unknown for now. Try the code on the box, or look for the EID, which is the surest.',
  found: (device, why) => `${device}, ${why}.`,
  several: (count) =>
    count === 1 ? 'One device fits: choose it.' : `${count} devices fit: choose yours.`,
  didYouMean: (count) =>
    count === 1
      ? 'Nothing is called exactly so. Did you mean this?'
      : 'Nothing is called exactly so. Did you mean one of these?',
  anyModel: 'model not known',
  why: {
    code: (by) => `by the code ${by} on the box`,
    name: () => 'by its name',
    alias: (by) => `also called “${by}”`,
    words: () => 'by words of its name',
    layout: () => 'typed in another keyboard layout',
    near: () => 'a similar name',
  },
};

/** What to know about a device model or one of its versions, one sentence a code. */
export const deviceNotes = {
  'sellers-lists-only': 'Only sellers’ lists of eSIM name this model.',
  'markets-not-told-apart': 'The sources do not tell versions for different countries apart.',
  'differs-by-market': 'Versions for some countries have eSIM and others do not.',
  'carrier-or-country-units-differ': 'Units of some carriers or countries may lack eSIM.',
  'not-in-the-sources':
    'The sources read do not tell whether the model has eSIM, which proves nothing.',
  'newer-than-the-sources': 'The model is newer than the sources read.',
  'leak-or-preview-only': 'Known only from a leak or a preview.',
  'sources-disagree': 'The sources disagree.',
  'too-old-for-esim': 'The model is older than eSIM in this line.',
  'china-version-without-esim': 'The version for mainland China has no eSIM.',
  'second-tray-means-no-esim':
    'A tray for two SIM cards means the version for China, Hong Kong or Macao, without eSIM.',
  'hong-kong-units-may-lack-esim': 'Units from Hong Kong may lack eSIM.',
  'hong-kong-version-has-esim': 'The version for Hong Kong has eSIM.',
  'enabled-by-update': 'eSIM came with a software update: install it.',
  'foreign-profiles-unclear':
    'The chip is there, but whether it takes a Russian operator’s eSIM is not known.',
  'regional-lock-possible':
    'A Samsung of parallel import may refuse a Russian SIM because of its regional lock.',
  'one-operator-only': 'Its eSIM works with a single operator abroad.',
  'one-country-only': 'The model was made for one country.',
  'nano-sim-and-esim': 'One nano-SIM and eSIM.',
  'nano-sim-only': 'nano-SIM only.',
  'two-nano-sims-and-esim': 'Two nano-SIM cards and eSIM.',
  'two-nano-sims-no-esim': 'Two nano-SIM cards, no eSIM.',
  'no-cellular-radio': 'No cellular radio.',
  'cellular-version-only': 'Only the version with cellular can hold an eSIM.',
  'data-only': 'Data only, no calls.',
  'number-sharing-plan-needed':
    'Needs an operator’s service that shares one number between two devices.',
  'loaded-from-the-phone': 'The eSIM is put on the watch from an app on the phone.',
  'no-russian-operator-shown': 'No source names a Russian operator that supports this.',
  'emergency-calls-only': 'A built-in chip for emergency calls; the owner cannot load an eSIM.',
  'sheet-of-another-market':
    'Only a shop’s sheet for another market was read: it names plastic SIM cards alone, but it leaves out the eSIM of some phones that have it.',
  'known-from-a-sister-model': 'Known from a sister model that shares its hardware.',
  'usually-plastic-sim':
    'Children’s watches of this class usually take a plastic nano-SIM. For this model it is not known: look at the tray or the manual before buying an eSIM.',
  'micro-sim-only': 'micro-SIM only.',
  'two-products-one-name':
    'Two products are sold under one name, with and without eSIM: read the code on the box.',
  'old-networks':
    'Works in 2G or 3G networks only, as far as is known, and these are being switched off.',
  'china-units-may-differ': 'Units made for mainland China may differ.',
  'makers-sim-of-its-time':
    'The embedded chip is the old Apple SIM, not an ordinary eSIM: use the nano-SIM.',
  'makers-connection-only':
    'Connected by its maker; nothing shows that the owner can load an eSIM.',
  'maker-blocks-other-sims':
    'The maker may block the screen when the SIM is changed: leave it as it is.',
  'makers-service-not-in-russia': 'The maker’s service that it needs does not cover Russia.',
} satisfies Record<DeviceNoteCode, string>;
