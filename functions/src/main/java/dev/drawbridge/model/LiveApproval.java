package dev.drawbridge.model;

/**
 * A yes that is in force: of it, an endpoint was accepted, and its onboarding has not left.
 *
 * @param subject what was approved, word for word
 * @param approvalId who said yes, and when
 */
public record LiveApproval(ApprovalSubject subject, String approvalId) {}
