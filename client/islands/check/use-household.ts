import { useLayoutEffect, useState } from 'preact/hooks';
import { defaultHousehold } from '../../../data/core/eligibility/household.ts';
import { Household } from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import { lastRegion, rememberRegion } from '../common/last-region.ts';
import { formatHousehold, homeRegion, NO_REGION, parseHousehold } from './household-link.ts';

/** The household of the form; it lives in the address. */
interface HouseholdInAddress {
  household: Household;
  /** Whether the reader has changed it: an answer that changes is announced. */
  isChanged: boolean;
  /** Whether the link that was opened last was to hold a household and held none. */
  isLost: boolean;
  /** Another number whenever all fields start afresh, so that nothing half typed outlives it. */
  round: number;
  change(next: Household): void;
  restart(): void;
}

/** Where a household is read from: fragment and query of the address, and what this device remembers. */
interface Place {
  hash: string;
  search: string;
  last: string | undefined;
}

type RegionIds = ReadonlySet<RegionId>;

const parametersOf = (text: string): URLSearchParams =>
  new URLSearchParams(text.replace(/^[#?]/, ''));

/** `#h=`, base64url of JSON, was the form of links until 2026-11; they go on working. */
function readOldForm(text: string): Household | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return Household.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

/** The household that a fragment holds, whole and with known regions. */
export function householdIn(hash: string, regionIds: RegionIds): Household | undefined {
  const parameters = parametersOf(hash);
  const household =
    parseHousehold(parameters.get('f') ?? '') ?? readOldForm(parameters.get('h') ?? '');
  const isKnown = household?.lines.every(
    ({ contractRegionId: id }) => id === NO_REGION || regionIds.has(id),
  );
  return isKnown ? household : undefined;
}

/**
 * The household to start from: that of the fragment, else the default one in the region that the address names
 * (`#region=`, `?region=`), that was chosen last on this device, or none: nobody is taken for a Muscovite.
 */
export function startHousehold({ hash, search, last }: Place, regionIds: RegionIds): Household {
  const named = [parametersOf(hash).get('region'), parametersOf(search).get('region'), last];
  const region = named.find((id) => typeof id === 'string' && regionIds.has(id));
  return householdIn(hash, regionIds) ?? defaultHousehold(region ?? NO_REGION);
}

/** Whether a fragment was meant to hold a household but holds none: a link cut short or of another version. */
export function isDamaged(hash: string, regionIds: RegionIds): boolean {
  const parameters = parametersOf(hash);
  const isMeant = parameters.has('f') || parameters.has('h');
  return isMeant && householdIn(hash, regionIds) === undefined;
}

/** Whether a fragment is about a household at all; any other leads to a place on the page, past the header for one. */
export function isOfHousehold(hash: string): boolean {
  const parameters = parametersOf(hash);
  return hash.length < 2 || ['f', 'h', 'region'].some((name) => parameters.has(name));
}

const putIntoAddress = (household: Household): void =>
  history.replaceState(null, '', `#f=${formatHousehold(household)}`);

const here = (): Place => ({ hash: location.hash, search: location.search, last: lastRegion() });

/** Keeps the household and the fragment of the address alike. */
export function useHousehold(regionIds: RegionIds): HouseholdInAddress {
  const read = () => ({
    household: startHousehold(here(), regionIds),
    isLost: isDamaged(location.hash, regionIds),
  });
  const [state, setState] = useState(() => ({ ...read(), isChanged: false, round: 0 }));
  // With the drawing, not after it: what follows at once must find the household of now.
  useLayoutEffect(() => {
    const follow = (): void => {
      if (isOfHousehold(location.hash)) setState({ ...state, ...read(), round: state.round + 1 });
      else putIntoAddress(state.household);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [regionIds, state]);
  const set = (household: Household, round: number): void => {
    setState({ household, isChanged: true, isLost: false, round });
    putIntoAddress(household);
    const home = homeRegion(household);
    if (home !== NO_REGION) rememberRegion(home);
  };
  return {
    ...state,
    change: (next) => set(next, state.round),
    restart: () => set(defaultHousehold(homeRegion(state.household)), state.round + 1),
  };
}
