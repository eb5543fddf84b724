import type { McpServer } from '@modelcontextprotocol/server';
import { conclusionTable, readingRules } from '../meaning.ts';

/** The one resource: what values mean, and what may be said of each with its support. */
export const READING_GUIDE = {
  register(server: McpServer, origin: string): void {
    const about = {
      title: 'How to read an answer',
      description:
        'What each value and each support means, and what the two together license to say',
      mimeType: 'text/markdown',
    };
    const text = `# How to read an answer\n\n${readingRules()}\n\n${conclusionTable()}\n`;
    server.registerResource('how-to-read', `${origin}/llms.txt#how-to-read`, about, (uri) => ({
      contents: [{ uri: uri.href, mimeType: 'text/markdown', text }],
    }));
  },
};
