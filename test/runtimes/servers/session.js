/** Stands for the sessions your server has: a random id in an HttpOnly cookie, and whose it is. */
const sessions = new Map([[process.env.SESSION_ID, { userId: 'user-1' }]]);

/** Who asks; null for nobody. */
export function findUser(request) {
  const id = /(?:^|; )session=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const session = sessions.get(id);
  return session ? { appUserId: session.userId } : null;
}
