import { spawnSync } from 'node:child_process';

/** Whether a program is on the path. */
export function isInstalled(name: string): boolean {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
}

/** Whether the system's Python has a module; GIS bindings live there and not in other Pythons on the path. */
export function hasPythonModule(module: string): boolean {
  return (
    spawnSync('/usr/bin/python3', ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0
  );
}

/** Runs a program to its end and gives back what it printed; throws with its complaints when it fails. */
export function run(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): string {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: 240_000,
  });
  if (result.status !== 0) {
    throw new Error(`${command} ended with ${result.status}: ${result.stderr}${result.stdout}`);
  }
  return `${result.stdout}${result.stderr}`;
}
