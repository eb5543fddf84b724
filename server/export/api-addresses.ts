import { addressOf } from '../links.ts';
import type { LoadedApp } from '../load-app.ts';
import type { RouteDocument } from '../route.ts';

/** Questions with an unbounded number of answers; the downloads hold what they are answered from. */
export const NOT_EXPORTED: readonly string[] = ['/locate', '/places', '/numbering/{prefix}'];

/** Paths of a single feature, operator or source. */
const ONE_OF_MANY = /\{(?:feature|operator|source)Id\}/;

/**
 * Addresses of the read API: every `GET` route in every representation, with each id that its path can hold. One of many is
 * there as JSON only: 7,000 features twice would fill a host's limit on files, and a second type its limit on rules.
 */
export function apiAddresses({ routes, service, collections }: LoadedApp): string[] {
  const { dataset, consumerOperators } = service;
  const ids: Readonly<Record<string, readonly string[]>> = {
    operatorId: dataset.operators.map(({ id }) => id),
    sourceId: dataset.sources.map(({ id }) => id),
    collectionId: collections.map(({ id }) => id),
  };

  const pathsOf = (path: string): string[] => {
    const collection = collections.find(({ id }) => path.startsWith(`/collections/${id}/items`));
    if (collection !== undefined) {
      const featureIds = [...collection.on(service.today()).byId.keys()];
      if (path.includes('{featureId}'))
        return featureIds.map((id) => path.replace('{featureId}', id));
      return [`${path}?limit=${collection.limits.largest}`];
    }
    const [, name] = /\{(\w+)\}/.exec(path) ?? [];
    if (name === undefined) return [path];
    return (ids[name] ?? []).map((id) => path.replace(`{${name}}`, id));
  };

  const questions = dataset.regions.flatMap(({ id: region }) => [
    `/eligibility?region=${region}`,
    ...consumerOperators.map(({ id }) => `/eligibility?region=${region}&operator=${id}`),
  ]);
  const answered = routes
    .filter(({ document }) => isReadable(document))
    .flatMap(({ document, offers }) =>
      pathsOf(document.path)
        .map(addressOf)
        .flatMap((path) =>
          offers
            .filter((_, index) => index === 0 || !ONE_OF_MANY.test(document.path))
            .map(({ f }, index) => (index === 0 ? path : withParameter(path, `f=${f}`))),
        ),
    );
  return [...answered, ...questions.map(addressOf)];
}

/** Routes whose answers are found by enumeration; eligibility is asked for region by region. */
function isReadable({ method, path }: RouteDocument): boolean {
  return method === 'get' && path !== '/eligibility' && !NOT_EXPORTED.includes(path);
}

function withParameter(path: string, parameter: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${parameter}`;
}
