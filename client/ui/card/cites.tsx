import type { CardModel } from './card-model.ts';
import { CitationLinks } from './citation-links.tsx';

/** Numbers of the claims behind a statement, each a link to it. */
export function Cites({ model, claimIds }: { model: CardModel; claimIds: readonly string[] }) {
  const numbers = [...new Set(model.citations.numbersOf(claimIds))];
  return <CitationLinks numbers={numbers} language={model.language} />;
}
