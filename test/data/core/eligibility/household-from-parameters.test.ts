import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultHousehold,
  householdFromParameters,
} from '../../../../data/core/eligibility/household.ts';
import { Household } from '../../../../data/core/schema/household.ts';

const regionId = 'RU-TA';

describe('a household from simple parameters', () => {
  it('is the default household when none is given', () => {
    expect(householdFromParameters({ regionId })).toEqual({
      household: defaultHousehold(regionId),
    });
  });

  it('has two adults, then teenagers, then the children', () => {
    const made = householdFromParameters({ regionId, members: 5, children: 2 });
    const ages = 'household' in made ? made.household.members.map(({ ageBand }) => ageBand) : [];
    expect(ages).toEqual(['adult', 'adult', '14-17', 'under-14', 'under-14']);
  });

  it('makes the second adult the first foreign citizen, so that the payer can stay Russian', () => {
    const made = householdFromParameters({ regionId, foreign: 1 });
    const foreign = 'household' in made ? made.household.members : [];
    expect(foreign.filter((x) => x.citizenship === 'foreign').map(({ id }) => id)).toEqual([
      'adult-2',
    ]);
  });

  it('has one adult for each member who is no child, and names each by age', () => {
    const made = householdFromParameters({ regionId, members: 2, children: 1 });
    const ids = 'household' in made ? made.household.members.map(({ id }) => id) : [];
    expect(ids).toEqual(['adult-1', 'child-1']);
  });

  it('makes foreign citizens of the other holders, then of the payer, then of the children', () => {
    const foreignOf = (foreign: number) => {
      const made = householdFromParameters({ regionId, members: 5, children: 2, foreign });
      const members = 'household' in made ? made.household.members : [];
      return members.filter((x) => x.citizenship === 'foreign').map(({ id }) => id);
    };
    expect(foreignOf(2)).toEqual(['adult-2', 'teen-1']);
    expect(foreignOf(3)).toEqual(['adult-1', 'adult-2', 'teen-1']);
    expect(foreignOf(4)).toEqual(['adult-1', 'adult-2', 'teen-1', 'child-1']);
    expect(foreignOf(5)).toEqual(['adult-1', 'adult-2', 'teen-1', 'child-1', 'child-2']);
  });

  it('gives watches and tablets lines of their own, with the operator named', () => {
    const made = householdFromParameters({ regionId, watch: 1, tablet: 1, operatorId: 'mts' });
    const lines = 'household' in made ? made.household.lines : [];
    expect(lines.map(({ id }) => id)).toEqual([
      'adult-1-phone',
      'adult-2-phone',
      'teen-1-phone',
      'adult-1-watch',
      'adult-1-tablet',
    ]);
    expect(lines.every(({ operatorId }) => operatorId === 'mts')).toBe(true);
    expect(lines.filter(({ payer }) => payer).map(({ id }) => id)).toEqual(['adult-1-phone']);
  });

  it('names every parameter that cannot be', () => {
    expect(householdFromParameters({ regionId, members: 2, children: 2, foreign: -1 })).toEqual({
      problems: [
        {
          parameter: 'children',
          message:
            'expected a whole number from 0 to 1: one of the members is an adult who pays, not 2',
        },
        {
          parameter: 'foreign',
          message: 'expected a whole number from 0 to 2: as many as there are members, not -1',
        },
      ],
    });
  });

  it('has as many as 40 lines, and says what makes more where nothing else is wrong', () => {
    const made = householdFromParameters({ regionId, members: 20, watch: 12, tablet: 8 });
    expect('household' in made ? made.household.lines : []).toHaveLength(40);
    expect(householdFromParameters({ regionId, members: 20, watch: 12, tablet: 9 })).toEqual({
      problems: [
        {
          parameter: 'members',
          message: 'phones, watches and tablets together make more than 40 lines',
        },
      ],
    });
    const both = householdFromParameters({ regionId, members: 20, watch: 21, tablet: 20 });
    expect('problems' in both ? both.problems.map(({ parameter }) => parameter) : []).toEqual([
      'watch',
    ]);
  });

  it('is always a household that the schema accepts, or a list of problems', () => {
    const count = fc.option(fc.oneof(fc.integer({ min: -2, max: 45 }), fc.double()), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        (members, children, foreign, watch, tablet) => {
          const made = householdFromParameters({
            regionId,
            members,
            children,
            foreign,
            watch,
            tablet,
          });
          if ('household' in made) expect(Household.parse(made.household)).toEqual(made.household);
          else expect(made.problems).not.toEqual([]);
        },
      ),
    );
  });
});
