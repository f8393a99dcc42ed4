package dev.drawbridge.model;

/** A member and the address that its name resolved to. */
public record InstanceAddress(Member member, String address) {

  /** The target that carries connections to it. */
  public Target target() {
    return new Target(address, member.port());
  }
}
