import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readConfig, SETTINGS } from '../../server/config.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

const ServiceEntry = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()).min(2) }).optional(),
  mem_limit: z.string().optional(),
  depends_on: z
    .union([z.array(z.string()), z.record(z.string(), z.looseObject({}))])
    .transform((names) => (Array.isArray(names) ? names : Object.keys(names)))
    .default([]),
  restart: z.string(),
});
const Compose = z.looseObject({
  services: z.record(z.string(), ServiceEntry),
  volumes: z.record(z.string(), z.unknown()),
});

const compose = Compose.parse(parse(read('compose.yaml'), { merge: true }));
const services = Object.entries(compose.services);
const replicas = services.filter(([, { build }]) => build !== undefined);
const { proxy } = compose.services;

/** A value as compose fills it in, with a stand-in for what the environment has to give. */
const filled = (text: string) =>
  text.replaceAll(/\$\{(\w+)(:[?-])?([^}]*)\}/g, (_, name: string, how = '', rest = '') =>
    how === ':-' ? rest : name === 'PUBLIC_ORIGIN' ? 'https://map.example' : 'given',
  );

describe('compose.yaml', () => {
  it('has two replicas, a proxy and a database, each from a named version', () => {
    expect(replicas).toHaveLength(2);
    expect(Object.keys(compose.services).sort()).toEqual(
      [...replicas.map(([name]) => name), 'database', 'proxy'].sort(),
    );
    for (const [name, { image, build, restart }] of services) {
      if (build === undefined) expect(image, name).toMatch(/^[a-z]+:\d+(\.\d+)?/);
      expect(restart, name).toBe('unless-stopped');
    }
  });

  it('lets the proxy write down no reader: neither in its own log nor with its errors', () => {
    const [, server = ''] = read('operations/nginx.conf').split(/^server \{/m);
    expect(server).toMatch(/^ {4}access_log off;$/m);
    // Every lower level has lines that end in `client: 203.0.113.7`.
    expect(server).toMatch(/^ {4}error_log stderr emerg;$/m);
  });

  it('sets nothing that the service does not know, and only what it takes', () => {
    for (const [name, { environment }] of replicas) {
      const { NODE_OPTIONS: _, ...own } = environment;
      expect(
        Object.keys(own).filter((each) => !SETTINGS.includes(each)),
        name,
      ).toEqual([]);
      const values = Object.entries(own).map(([key, value]) => [key, filled(value)]);
      const config = readConfig(Object.fromEntries(values));
      expect(config.rateLimit).toBe(0);
      expect(config.keptAssets).toBeDefined();
      expect(config.reports?.databaseUrl).toMatch(/^postgres:\/\//);
    }
  });

  it('gives a replica more memory than its heap may take, and says how its health is seen', () => {
    for (const [name, { environment, mem_limit = '' }] of replicas) {
      const heap = Number(/--max-old-space-size=(\d+)/.exec(environment.NODE_OPTIONS ?? '')?.[1]);
      // Beside the heap: buffers, the data that are shared, threads.
      expect(Number(mem_limit.replace(/m$/, '')), name).toBeGreaterThanOrEqual(heap * 1.5);
    }
    expect(read('Dockerfile')).toMatch(/^HEALTHCHECK /m);
    expect(compose.services.database?.healthcheck).toBeDefined();
  });

  it('names services, volumes and files that are there', () => {
    for (const [name, { depends_on, volumes }] of services) {
      for (const needed of depends_on) expect(compose.services, name).toHaveProperty(needed);
      for (const volume of volumes) {
        const [from = ''] = volume.split(':');
        if (from.startsWith('.')) expect(existsSync(join(ROOT, from)), from).toBe(true);
        else expect(Object.keys(compose.volumes), name).toContain(from);
      }
    }
  });

  it('gives the proxy each value that its configuration asks for, and no other', () => {
    const wanted = new Set(
      [...read('operations/nginx.conf').matchAll(/\$\{([A-Z_\d]+)\}/g)].map(([, name]) => name),
    );
    expect(Object.keys(proxy?.environment ?? {}).sort()).toEqual([...wanted].sort());
    const replicaNames = replicas.map(([name]) => `${name}:8787`).sort();
    const { REPLICA_1, REPLICA_2 } = proxy?.environment ?? {};
    expect([REPLICA_1, REPLICA_2].sort()).toEqual(replicaNames);
  });
});
