package dev.drawbridge.model;

/** Output of ReleaseLease: whether the lease was still this run's. */
public record Released(boolean released) {}
