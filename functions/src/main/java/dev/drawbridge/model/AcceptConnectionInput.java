package dev.drawbridge.model;

/** Input of AcceptConnection. */
public record AcceptConnectionInput(
    String executionArn, ApprovalSubject subject, String approvalId) {}
