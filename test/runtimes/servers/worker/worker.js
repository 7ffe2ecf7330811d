import { createProxy } from '../lean.js';
import { durableStorage } from './storage.js';

export { LeanStore } from './storage.js';

let proxy;

export default {
  fetch(request, env, context) {
    proxy ??= createProxy(durableStorage(env.LEAN_STORE));
    // With the context, a call to Lean that outlives its caller goes on and is picked up by the next one.
    return proxy.fetch(request, env, context);
  },
};
