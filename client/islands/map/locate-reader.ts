import type { Location } from '../../../data/core/schema/place.ts';
import { regionWords, shownLayer } from '../../components/context/map-layers.ts';
import type { PageData } from '../../components/context/page-data.ts';
import { formatList } from '../../i18n/grammar/format.ts';
import type { MapMessages } from '../../i18n/ru/map.ts';
import type { MapNotice } from './map-notice.ts';
import { chooseRegion, type MapStore } from './map-state.ts';

/** What finding the reader's place needs. */
interface Locating {
  data: PageData;
  store: MapStore;
  words: MapMessages;
  notice: MapNotice;
}

/** Old positions do: a family's region does not change in ten minutes. */
const POSITION_OPTIONS: PositionOptions = { timeout: 15_000, maximumAge: 600_000 };

function askBrowser(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, POSITION_OPTIONS);
  });
}

function sentenceFor(location: Location, { data, words }: Locating): string {
  const names = location.candidates.map(
    ({ regionId }) => data.regions.find((region) => region.id === regionId)?.name ?? regionId,
  );
  return words.located[location.certainty](formatList(data.language, names, 'disjunction'));
}

/** The regions that it may be, each as a button that opens it and says what the shown layer says of it. */
function choicesOf(location: Location, { data, store, notice, words }: Locating) {
  const { layer, classes } = shownLayer(data, store.get());
  return location.candidates.flatMap(({ regionId }) => {
    const region = data.regions.find(({ id }) => id === regionId);
    if (region === undefined) return [];
    const value = regionWords(layer, classes.get(regionId) ?? 'none', regionId);
    return [
      {
        label: words.focused(region.name, value),
        run: () => {
          chooseRegion(store, regionId);
          notice.say(words.located.certain(region.name));
        },
      },
    ];
  });
}

/**
 * Asks the browser for the place and answers with the region by the outlines the map has anyway: the position goes
 * nowhere. Near a border no region is opened, because the outlines are too coarse to choose one for the reader.
 */
export async function locateReader(locating: Locating): Promise<void> {
  const { data, store, words, notice } = locating;
  notice.say(words.locating);
  try {
    const [{ coords }, { createReaderLocator }] = await Promise.all([
      askBrowser(),
      import('./reader-locator.ts'),
    ]);
    const locate = await createReaderLocator(data.datasetHash);
    const location = locate(coords.longitude, coords.latitude);
    const [first] = location.candidates;
    const opens = location.certainty === 'certain' || location.certainty === 'snapped';
    if (opens && first !== undefined) chooseRegion(store, first.regionId);
    notice.say(sentenceFor(location, locating), ...(opens ? [] : choicesOf(location, locating)));
  } catch (error) {
    const isDenied =
      error instanceof GeolocationPositionError && error.code === error.PERMISSION_DENIED;
    if (!(error instanceof GeolocationPositionError)) console.warn('No place found:', error);
    notice.say(isDenied ? words.locateDenied : words.locateFailed);
  }
}
