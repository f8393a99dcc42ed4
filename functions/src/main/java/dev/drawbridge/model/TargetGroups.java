package dev.drawbridge.model;

/** The target groups of an exposed database, by ARN. */
public record TargetGroups(String writerArn, String readerArn) {}
