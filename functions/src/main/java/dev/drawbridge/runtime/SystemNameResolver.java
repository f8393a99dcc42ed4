package dev.drawbridge.runtime;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;

/**
 * The resolver of the host, with the JVM's own cache off.
 *
 * <p>The JVM keeps answers for 30 seconds by default; a warm worker would go on seeing the writer
 * from before a failover. AWS asks for the same ("Fast failover with Amazon Aurora PostgreSQL").
 */
public final class SystemNameResolver implements NameResolver {

  /** Turns the JVM's cache off; takes effect only before the first look-up of the process. */
  public SystemNameResolver() {
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    Security.setProperty("networkaddress.cache.stale.ttl", "0");
  }

  @Override
  public List<String> addresses(String name) {
    try {
      return Arrays.stream(InetAddress.getAllByName(name))
          .filter(Inet4Address.class::isInstance)
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (UnknownHostException unknown) {
      return List.of();
    }
  }
}
