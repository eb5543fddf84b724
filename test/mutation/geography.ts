// The tests of the look-up of points on made-up land. Those on the real outlines ask the same, and a mutant would take minutes
// over them.
import '../data/core/geo/at-the-limits.test.ts';
import '../data/core/geo/distance.test.ts';
import '../data/core/geo/level-with-corners.test.ts';
import '../data/core/geo/made-up-land.test.ts';
import '../data/core/geo/reference-system.test.ts';
