package dev.drawbridge.simulator.dns;

import java.net.UnknownHostException;
import java.util.List;

/** Turns names into addresses, as one client sees it. */
public interface Resolver {

  /**
   * The IPv4 addresses of a name.
   *
   * @throws UnknownHostException the name does not exist, or the resolver does not answer
   */
  List<String> resolve(String name) throws UnknownHostException;
}
