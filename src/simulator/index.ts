/** `lean-elements/simulator`: Lean in a box, for demos and tests without credentials. */
export { createLeanSimulator } from './simulator.js';
export type { LeanSimulator } from './simulator.js';
export type { LeanSimulatorOptions } from './options.js';
export type { LinkEntityOptions, Simulation } from './simulation.js';
export type { SimulatorClock } from './clock.js';
export type { SimulatorRegion } from './regions.js';
export type { ScenarioLine } from './scenarios.js';
export type { Delivery, DeliveryAttempt, WebhookEvent } from './webhooks.js';
export type { Customer, GovernmentIdentifier } from './customers.js';
export type { EntityItem } from './entities.js';
export type { BankAvailability } from './banks.js';
export type { LinkBackend } from './link/backend.js';
