package dev.drawbridge.workflows;

/** What invokes a worker. */
public enum Trigger {
  /** A Task of a state machine. */
  STATE,
  /** The topic of endpoint connection notices, and a schedule that finds what a notice missed. */
  CONNECTION_NOTICE_AND_SCHEDULE,
  /** The rule for executions that end other than well. */
  EXECUTION_STATUS_RULE,
  /** The queue that the rule for events of RDS fills ({@link EventQueue}). */
  DATABASE_EVENT_RULE,
  /** A schedule. */
  SCHEDULE,
  /** A route of the API. */
  API,
  /** A person, through the function's alias. */
  BY_HAND,
  /** A route of the pages. */
  PAGE
}
