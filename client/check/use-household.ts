import { useLayoutEffect, useState } from 'preact/hooks';
import type { Household } from '../../data/schema/household.ts';
import type { RegionId } from '../../data/schema/ids.ts';
import { fromFragment, isDamaged, isOfHousehold, toFragment } from './household-state.ts';

/** The household of the form; it lives in the address. */
export interface HouseholdInAddress {
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

const putIntoAddress = (household: Household): void =>
  history.replaceState(null, '', toFragment(household));

/** Keeps the household and the fragment of the address alike. */
export function useHousehold(regionIds: ReadonlySet<RegionId>): HouseholdInAddress {
  const read = () => ({
    household: fromFragment(location.hash, regionIds),
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
  };
  return {
    ...state,
    change: (next) => set(next, state.round),
    restart: () => set(fromFragment('', regionIds), state.round + 1),
  };
}
