package dev.drawbridge.simulator.lambda;

/**
 * A queue whose messages a function gets in batches.
 *
 * @param uuid its name
 * @param function as it is invoked, with its qualifier
 * @param batchSize the most messages of one invocation
 * @param reportsFailures whether the answer names the messages that failed
 * @param mostAtOnce how many invocations may run at once
 */
record EventSourceMapping(
    String uuid,
    String queueArn,
    FunctionName function,
    int batchSize,
    boolean reportsFailures,
    int mostAtOnce) {}
