package dev.drawbridge.model;

/** The two groups of an exposed database, by ARN. */
public record TargetGroups(String writerArn, String readerArn) {}
