package dev.drawbridge.model;

/** Output of CreateListeners. */
public record Listeners(String readerArn, String writerArn) {}
