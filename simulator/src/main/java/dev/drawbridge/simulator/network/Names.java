package dev.drawbridge.simulator.network;

import java.util.List;

/** Where load balancers and VPC endpoints put their DNS names. */
public interface Names {

  /** From now on {@code name} answers with {@code addresses}. */
  void put(String name, List<String> addresses);

  /** The name exists no more. */
  void remove(String name);
}
