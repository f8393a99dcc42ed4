package dev.drawbridge.onboarding;

/**
 * Output of RecordExecutionEnd.
 *
 * @param path the path whose claim was looked at; empty if the input named none
 */
public record ExecutionEndRecorded(String path) {}
