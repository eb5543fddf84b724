import type { Server } from 'node:http';
import { networkOf } from './client-network.ts';

/** A browser opens six; an office or a street behind one address shares these, which stand open for a minute only. */
const CONNECTIONS_A_CLIENT = 200;

/** Lets no client hold so many connections that none are left for others: one that is idle or refused holds its place, too. */
export function limitConnections(server: Server): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const client = networkOf(socket.remoteAddress ?? '');
    const held = open.get(client) ?? 0;
    if (held >= CONNECTIONS_A_CLIENT) return void socket.destroy();
    open.set(client, held + 1);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left > 0) open.set(client, left);
      else open.delete(client);
    });
  });
}
