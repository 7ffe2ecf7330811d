/** An SDK as a file: frames do not ask msw of their parent's page. */
globalThis.Lean = { connect() {}, reconnect() {} };
