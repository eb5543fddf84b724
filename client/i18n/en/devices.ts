import type { DeviceNoteCode } from '../../../data/core/schema/device.ts';
import type * as ru from '../ru/devices.ts';

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
