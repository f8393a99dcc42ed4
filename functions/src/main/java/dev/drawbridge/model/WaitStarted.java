package dev.drawbridge.model;

/**
 * What a worker of a waiting state returns. Step Functions throws it away; people who look at the
 * function's answer do not.
 *
 * @param answered whether the wait was over at once
 */
public record WaitStarted(boolean answered) {}
