export default {
  serverExternalPackages: ['lmdb', 'ioredis'], // Loaded when used, not bundled.
};
