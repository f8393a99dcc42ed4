package dev.drawbridge.runtime;

import java.util.List;

/** From a DNS name to its IPv4 addresses, asked anew at every call. */
@FunctionalInterface
public interface NameResolver {

  /** The addresses of a name, empty when it does not resolve. */
  List<String> addresses(String name);
}
