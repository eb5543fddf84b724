import { execFileSync } from 'node:child_process';
import * as z from 'zod';

// npm run licences: the packages that the service runs with, by licence, out of the list of materials that npm writes.
const Materials = z.looseObject({
  components: z.array(
    z.looseObject({
      name: z.string(),
      version: z.string(),
      licenses: z
        .array(
          z.union([
            z
              .object({ license: z.looseObject({ id: z.string() }) })
              .transform(({ license }) => license.id),
            z
              .object({ license: z.looseObject({ name: z.string() }) })
              .transform(({ license }) => license.name),
            z.object({ expression: z.string() }).transform(({ expression }) => expression),
          ]),
        )
        .default([]),
    }),
  ),
});

const NONE = 'not stated in package.json: see the LICENSE of the package';
const text = execFileSync('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const packages = Materials.parse(JSON.parse(text)).components.map((component) => ({
  title: `${component.name} ${component.version}`,
  licence: component.licenses.join(' and ') || NONE,
}));
for (const licence of [...new Set(packages.map((each) => each.licence))].sort()) {
  const titles = packages.filter((each) => each.licence === licence).map(({ title }) => title);
  console.log(`${licence} (${titles.length}): ${titles.sort().join(', ')}`);
}
