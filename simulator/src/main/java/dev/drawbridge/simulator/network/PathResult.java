package dev.drawbridge.simulator.network;

/** What becomes of an attempt to connect. */
public sealed interface PathResult permits Reached, Blocked {}
