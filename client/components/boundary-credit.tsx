import type { Dataset } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';

/** Who made outlines that stand in place of the shipped ones. */
export function BoundaryCredit(props: { dataset: Dataset; language: Language }) {
  const { boundarySource } = props.dataset;
  if (boundarySource === undefined) return null;
  const { attribution, licence, url } = boundarySource;
  const text = catalogueOf(props.language).about.boundariesBy(attribution, licence);
  return <p data-boundary-credit>{url === undefined ? text : <a href={url}>{text}</a>}</p>;
}
