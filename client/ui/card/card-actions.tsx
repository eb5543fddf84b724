import { catalogueOf } from '../../i18n/catalogue.ts';
import type { CardModel } from './card-model.ts';
import { reportHref } from './report-href.ts';

/** Share, print, copy, download, embed, report. Buttons work by script and are hidden without it. */
export function CardActions({
  model,
  reportUrl,
}: {
  model: CardModel;
  reportUrl?: string | undefined;
}) {
  const { card, page } = catalogueOf(model.language);
  const { language, region } = model;
  return (
    <p class="acts">
      <a href={`/${language}/regions/${region.id}`}>{card.share}</a>
      <button type="button" data-action="print">
        {card.print}
      </button>
      <button
        type="button"
        data-action="copy-text"
        data-source={`/${language}/text/${region.id}.txt`}
        data-done={card.copied}
        data-failed={page.notCopied}
      >
        {card.copy}
      </button>
      <a
        href={`/api/v1/collections/regions/items/${region.id}?f=json`}
        download={`${region.id}.geojson`}
      >
        {card.download}
      </a>
      <a href={`/${language}/embed-code/${region.id}`}>{card.embed}</a>
      {reportUrl !== undefined && (
        <a href={reportHref(reportUrl, { region: region.id })}>{card.report}</a>
      )}
    </p>
  );
}
