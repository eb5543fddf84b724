import type { Contact } from '../../data/core/schema/contact.ts';
import type { Service } from '../service.ts';
import type { KnownFacts } from './check-report.ts';

/** Sets of ids take a moment to make, and a service's facts never change. */
const MADE = new WeakMap<Service, KnownFacts>();

/** What reports may name, of the facts that a service answers from. */
export function knownFacts(service: Service): KnownFacts {
  const known = MADE.get(service) ?? makeKnownFacts(service);
  MADE.set(service, known);
  return known;
}

function makeKnownFacts(service: Service): KnownFacts {
  const { dataset, regionById, operatorById, claimById, places, devices } = service;
  const placeIds = new Set(places.map(({ id }) => String(id)));
  const contactIds = new Set(
    dataset.operators.flatMap(({ id, contacts }) =>
      contacts.map((contact) => contactId(id, contact)),
    ),
  );
  const deviceIds = new Set(devices.map(({ id }) => id));
  return {
    hasRegion: (id) => regionById.has(id),
    hasOperator: (id) => operatorById.get(id)?.market === 'consumer',
    hasPlan: (operatorId, planId) =>
      operatorById.get(operatorId)?.plans.some(({ id }) => id === planId) ?? false,
    has(key, id) {
      switch (key) {
        case 'claimId':
          return claimById.has(id);
        case 'placeId':
          return placeIds.has(id);
        case 'deviceId':
          return deviceIds.has(id);
        case 'contactId':
          return contactIds.has(id);
      }
    },
  };
}

/** What a correction calls a contact: operator and kind, `mts-phone-free`. Which of several is meant, `wrong` says. */
function contactId(operatorId: string, { kind }: Pick<Contact, 'kind'>): string {
  return `${operatorId}-${kind}`;
}
