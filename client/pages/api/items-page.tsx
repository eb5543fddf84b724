import type { ItemsView } from './document-frame.ts';
import { FeatureMap } from './feature-map.tsx';

/** A page of features as a map and a table, each row leading to its feature. */
export function ItemsPage({ page }: { page: ItemsView }) {
  const { columns, features, matched, asOf, hrefOf } = page;
  const paging = <Paging links={page.paging} />;
  return (
    <>
      <p>
        {features.length} of {matched} features, verdicts of {asOf}. {paging}
      </p>
      <FeatureMap features={features} hrefOf={hrefOf} />
      <table>
        <thead>
          <tr>
            {['id', ...columns.map(({ name }) => name)].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map(({ id, properties }) => (
            <tr>
              <th scope="row">
                <a href={hrefOf(id)}>{id}</a>
              </th>
              {columns.map(({ name }) => (
                <td>{properties[name] ?? <span class="none">–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{paging}</p>
    </>
  );
}

function Paging({ links }: { links: ItemsView['paging'] }) {
  return links.map(({ href, rel, title }, index) => (
    <>
      {index === 0 ? '' : ' · '}
      <a rel={rel} href={href}>
        {title}
      </a>
    </>
  ));
}
