package dev.drawbridge.exposure;

/** Output of SubscribeConnections. */
public record Subscription(String notificationId) {}
