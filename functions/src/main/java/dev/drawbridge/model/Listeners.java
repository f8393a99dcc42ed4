package dev.drawbridge.model;

/** Output of CreateListeners: both listeners, and their ports. */
public record Listeners(String readerArn, String writerArn, int readerPort, int writerPort) {}
