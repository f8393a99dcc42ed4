package dev.drawbridge.simulator.ec2;

/** The states of a VPC endpoint, spelled as EC2 answers them. */
enum EndpointState {
  PENDING_ACCEPTANCE("pendingAcceptance"),
  PENDING("pending"),
  AVAILABLE("available"),
  DELETING("deleting"),
  DELETED("deleted"),
  REJECTED("rejected"),
  FAILED("failed"),
  EXPIRED("expired");

  private final String wire;

  EndpointState(String wire) {
    this.wire = wire;
  }

  /** As EC2 writes it; the API model's own spelling begins with a capital letter. */
  String wire() {
    return wire;
  }

  /** Whether it stands in the way of deleting its service. */
  boolean connected() {
    return this == PENDING_ACCEPTANCE || this == PENDING || this == AVAILABLE;
  }
}
