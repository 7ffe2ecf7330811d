# What wrangler makes of a wrangler.toml: workerd itself, so that the test needs no account.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    # The simulator is on this machine.
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "built/worker.js")],
  compatibilityDate = "2026-10-20", # nodejs_compat, and so process.env, come with it.
  bindings = [
    (name = "LEAN_CLIENT_ID", fromEnvironment = "LEAN_CLIENT_ID"),
    (name = "LEAN_CLIENT_SECRET", fromEnvironment = "LEAN_CLIENT_SECRET"),
    (name = "LEAN_APP_TOKEN", fromEnvironment = "LEAN_APP_TOKEN"),
    (name = "LEAN_WEBHOOK_SECRET", fromEnvironment = "LEAN_WEBHOOK_SECRET"),
    (name = "LEAN_BASE_URL", fromEnvironment = "LEAN_BASE_URL"),
    (name = "SESSION_ID", fromEnvironment = "SESSION_ID"),
    (name = "LEAN_STORE", durableObjectNamespace = "LeanStore"),
  ],
  durableObjectNamespaces = [(className = "LeanStore", uniqueKey = "lean", enableSql = true)],
  durableObjectStorage = (inMemory = void),
);
