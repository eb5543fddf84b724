import type * as ru from '../ru/axes.ts';
import { verdictNames } from './verdicts.ts';

const { partial, unknown } = verdictNames;

export const axes: typeof ru.axes = {
  presence: {
    name: 'Operator in the region',
    question: 'Does the operator sign contracts in this region?',
    whether: 'whether it signs contracts in this region',
    values: {
      yes: 'present',
      partial: 'present, with reservations',
      unknown,
      no: 'probably does not sell here',
    },
  },
  esim: {
    name: 'eSIM',
    question: 'Does it issue eSIM to private customers here?',
    whether: 'whether it issues eSIM here',
    values: { yes: 'issued', partial, unknown, no: 'probably not issued' },
  },
  sharedPlan: {
    name: 'Shared plan',
    question: 'Is there a shared or family plan open to new customers?',
    whether: 'whether the shared plan is open to new customers',
    values: { yes: 'open to new customers', partial, unknown, no: 'probably not open' },
  },
  formFactor: {
    name: 'eSIM in the shared plan',
    question: 'May a number in the shared plan be on eSIM?',
    whether: 'whether a number in the shared plan may be on eSIM',
    values: { yes: 'allowed', partial, unknown, no: 'probably not allowed' },
  },
  sameRegion: {
    name: 'One region',
    question: 'Are all numbers from one tariff area?',
    whether: 'whether all numbers must be from one region',
    values: { yes: 'fits', partial: 'fits with conditions', unknown, no: 'probably does not fit' },
  },
  lineCount: {
    name: 'Number of lines',
    question: 'Is there room for all of the family’s numbers?',
    whether: 'how many numbers can be joined',
    values: {
      yes: 'enough room',
      partial: 'enough room with conditions',
      unknown,
      no: 'probably not enough room',
    },
  },
  numberCap: {
    name: 'Numbers per person',
    question: 'Does everyone stay within the legal limit of numbers?',
    whether: 'how many numbers each person already holds',
    values: {
      yes: 'within the limit',
      partial: 'at or near the limit',
      unknown,
      no: 'probably over the limit',
    },
  },
  customer: {
    name: 'Contract',
    question: 'Can each person sign a contract in this way?',
    whether: 'how each person can sign a contract',
    values: {
      yes: 'can be signed',
      partial: 'can be signed with conditions',
      unknown,
      no: 'probably cannot be signed',
    },
  },
  companion: {
    name: 'Watch, tablet, car',
    question: 'Can such devices be connected, and with which number?',
    whether: 'whether such a device can be connected and with which number',
    values: {
      yes: 'connected',
      partial: 'connected with conditions',
      unknown,
      no: 'probably not connected',
    },
  },
  device: {
    name: 'Devices',
    question: 'Will each device take an eSIM?',
    whether: 'whether the device will do',
    values: { yes: 'suitable', partial: 'to be checked', unknown, no: 'probably not suitable' },
  },
};
