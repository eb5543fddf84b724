import mapshaper from 'mapshaper';

/**
 * Runs mapshaper over in-memory files.
 * @returns the named output as text.
 * @throws when mapshaper wrote no such file.
 */
export async function runMapshaper(
  commands: readonly string[],
  files: Record<string, string>,
): Promise<(name: string) => string> {
  const written = await mapshaper.applyCommands(commands.join(' '), files);
  return (name) => {
    const bytes = written[name];
    if (bytes === undefined) throw new Error(`mapshaper wrote no ${name}`);
    return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  };
}
