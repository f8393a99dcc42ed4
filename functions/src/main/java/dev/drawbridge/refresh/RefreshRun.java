package dev.drawbridge.refresh;

/** Output of AcquireLease: what the run goes on with. */
public record RefreshRun(RefreshRequest request, Round round) {}
