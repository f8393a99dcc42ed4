package dev.drawbridge.model;

import java.util.List;

/** Input of RequestApproval. */
public record RequestApprovalInput(
    TaskToken taskToken,
    String executionArn,
    ApprovalSubject subject,
    String requestedBy,
    List<String> approvers) {

  public RequestApprovalInput {
    approvers = List.copyOf(approvers);
  }
}
