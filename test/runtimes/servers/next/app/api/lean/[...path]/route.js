import { lmdbStorage } from 'lean-elements/proxy';
import { createProxy } from '../../../../../lean.js';

export const runtime = 'nodejs'; // LMDB and Redis are not there on the edge.

const proxy = createProxy(lmdbStorage({ path: process.env.LEAN_STORE }));
const answer = (request) => proxy.fetch(request);

export { answer as GET, answer as POST, answer as DELETE, answer as OPTIONS };
