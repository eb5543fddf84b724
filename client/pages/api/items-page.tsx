import { renderToString } from 'preact-render-to-string';
import type { ItemsView } from './document-frame.ts';
import { writeFeatureMap } from './feature-map.tsx';

/** A page of features as a map and a table, each row leading to its feature; written bit by bit. */
export function* writeItems(page: ItemsView): Iterable<string> {
  const { columns, features, matched, asOf, hrefOf } = page;
  const paging = <Paging links={page.paging} />;
  yield renderToString(
    <p>
      {features.length} of {matched} features, verdicts of {asOf}. {paging}
    </p>,
  );
  yield* writeFeatureMap(features, hrefOf);
  yield `<table>${renderToString(
    <thead>
      <tr>
        {['id', ...columns.map(({ name }) => name)].map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>,
  )}<tbody>`;
  for (const { id, properties } of features) {
    yield renderToString(
      <tr>
        <th scope="row">
          <a href={hrefOf(id)}>{id}</a>
        </th>
        {columns.map(({ name }) => (
          <td>{properties[name] ?? <span class="none">–</span>}</td>
        ))}
      </tr>,
    );
  }
  yield `</tbody></table>${renderToString(<p>{paging}</p>)}`;
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
