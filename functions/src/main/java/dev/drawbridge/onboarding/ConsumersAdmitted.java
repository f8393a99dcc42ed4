package dev.drawbridge.onboarding;

/**
 * Output of ApplyConsumerRules.
 *
 * @param rules how many rules the live approvals of the database need
 */
public record ConsumersAdmitted(int rules) {}
