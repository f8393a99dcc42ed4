package dev.drawbridge.simulator.network;

/**
 * The connection does not open.
 *
 * @param reason what stopped it
 * @param detail the resource that did, for people
 */
public record Blocked(Reason reason, String detail) implements PathResult {

  /** What stops a connection. */
  public enum Reason {
    /** Nothing has that address, or another VPC's host has it. */
    NO_ROUTE(false),
    /** A security group of the client admits no such outbound traffic. */
    CLIENT_OUTBOUND(false),
    /** The VPC endpoint's security groups admit no such inbound traffic. */
    ENDPOINT_INBOUND(false),
    /** The VPC endpoint is not available: pending, rejected, deleted. */
    ENDPOINT_STATE(false),
    /** The load balancer is not active. */
    LOAD_BALANCER_STATE(false),
    /** The load balancer's security groups admit no such inbound traffic. */
    LOAD_BALANCER_INBOUND(false),
    /** The load balancer's security groups admit no such outbound traffic. */
    LOAD_BALANCER_OUTBOUND(false),
    /** The load balancer has no listener on the port. */
    NO_LISTENER(false),
    /**
     * The listener ends TLS, and the client does not begin with it: databases' clients never do.
     */
    TLS_EXPECTED(true),
    /** No target can be chosen in this zone. */
    NO_TARGET(true),
    /** The server's security groups admit no such inbound traffic. */
    TARGET_INBOUND(false),
    /** The host drops every packet, as one that has lost its power. */
    SILENT(false),
    /** The host refuses: nothing listens on the port. */
    REFUSED(true),
    /** The MySQL-family server has blocked the client's host after too many errors. */
    HOST_BLOCKED(true);

    private final boolean answered;

    Reason(boolean answered) {
      this.answered = answered;
    }

    /** Whether the client hears at once; otherwise its packets are dropped and it times out. */
    public boolean answered() {
      return answered;
    }
  }
}
