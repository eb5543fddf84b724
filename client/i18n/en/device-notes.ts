import type { DeviceNoteCode } from '../../../data/schema/device.ts';

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
} satisfies Record<DeviceNoteCode, string>;
