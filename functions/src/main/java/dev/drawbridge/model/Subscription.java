package dev.drawbridge.model;

/** Output of SubscribeConnections. */
public record Subscription(String notificationId) {}
