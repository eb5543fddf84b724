import * as z from 'zod';
import { runVectors, Vector, VectorDataset } from '../data/core/eligibility/run-vectors.ts';

const VectorFile = z.object({ dataset: VectorDataset, vectors: z.array(Vector) });

/**
 * Puts every published vector to the rules as they are in the built browser files, and leaves the outcome in the
 * document: `<html data-vectors="89" data-vector-failures="[]">`.
 */
async function checkVectors(): Promise<void> {
  const response = await fetch('/downloads/vectors.json');
  const { dataset, vectors } = VectorFile.parse(await response.json());
  const { dataset: outcome } = document.documentElement;
  outcome.vectorFailures = JSON.stringify(runVectors(dataset, vectors));
  outcome.vectors = String(vectors.length);
}

void checkVectors();
