import * as z from 'zod';

/** What the running stage of a Dockerfile is made of. */
interface RuntimeImage {
  /** Paths below the project that are copied out of the build stage, in order. */
  copied: string[];
  environment: Record<string, string>;
  user: string;
  command: string[];
  healthCheck: string[];
}

const Words = z.array(z.string()).min(1);

/** Reads the last stage of a Dockerfile; throws naming the instruction that it does not know how to follow. */
export function readRuntimeImage(dockerfile: string): RuntimeImage {
  const lines = dockerfile.replaceAll('\\\n', ' ').split('\n');
  const image: RuntimeImage = {
    copied: [],
    environment: {},
    user: 'root',
    command: [],
    healthCheck: [],
  };
  const start = lines.findLastIndex((line) => line.startsWith('FROM '));
  for (const line of lines.slice(start + 1)) {
    const [, instruction = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (instruction === 'COPY') image.copied.push(copiedPath(rest));
    else if (instruction === 'ENV') {
      for (const pair of rest.split(/\s+/)) {
        const [name = '', value = ''] = pair.split('=');
        image.environment[name] = value;
      }
    } else if (instruction === 'USER') image.user = rest;
    else if (instruction === 'CMD') image.command = Words.parse(JSON.parse(rest));
    else if (instruction === 'HEALTHCHECK') {
      image.healthCheck = Words.parse(JSON.parse(rest.slice(rest.indexOf('['))));
    } else if (!['', 'WORKDIR', 'EXPOSE', 'RUN', 'VOLUME'].includes(instruction)) {
      throw new Error(`the test does not follow ${instruction}: teach it to, or leave it out`);
    }
  }
  return image;
}

function copiedPath(words: string): string {
  const [, from, to] = /^--from=build \/app\/(\S+) \.\/(\S*)$/.exec(words) ?? [];
  if (from === undefined || (to !== '' && to !== from)) {
    throw new Error(`COPY ${words}: expected a path of the build stage that keeps its place`);
  }
  return from;
}
