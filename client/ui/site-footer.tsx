import type { Dataset } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate } from '../i18n/format.ts';

/** Day of the data and licences, on every page. */
export function SiteFooter({ language, dataset }: { language: Language; dataset: Dataset }) {
  const { page } = catalogueOf(language);
  return (
    <footer class="end">
      <p>
        {page.dataOf(formatDate(language, dataset.checkedOn))}
        {' · '}
        <a href={`/${language}/about`}>{page.nav.about}</a>
        {' · '}
        {page.licence}
      </p>
    </footer>
  );
}
