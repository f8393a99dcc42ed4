package dev.drawbridge.model;

/** Output of RejectConnection. */
public record Rejection(boolean rejected) {}
