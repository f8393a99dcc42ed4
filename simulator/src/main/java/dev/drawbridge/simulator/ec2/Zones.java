package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The availability zones of a region, named per account.
 *
 * <p>AWS maps names to zones account by account ("AZ IDs for your AWS resources"), so only ids can
 * be compared. Here the account's first digit shifts the names.
 */
final class Zones {
  private final int count;

  Zones(int count) {
    this.count = count;
  }

  List<Zone> of(Caller caller) {
    int shift = Character.digit(caller.account().charAt(0), 10);
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                new Zone(
                    caller.region() + (char) ('a' + n),
                    "%s-az%d".formatted(code(caller.region()), (n + shift) % count + 1)))
        .toList();
  }

  /** The zone of that name; IllegalArgumentException when the region has none. */
  Zone named(Caller caller, String name) {
    return of(caller).stream()
        .filter(zone -> zone.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no availability zone " + name));
  }

  /** The name that the caller gives to a zone id. */
  String nameOf(Caller caller, String id) {
    return of(caller).stream()
        .filter(zone -> zone.id().equals(id))
        .map(Zone::name)
        .findFirst()
        .orElse(id);
  }

  /** AWS shortens {@code eu-central-1} to {@code euc1}. */
  private static String code(String region) {
    String[] parts = region.split("-", -1);
    StringBuilder code = new StringBuilder(parts[0]);
    for (int n = 1; n < parts.length - 1; n++) {
      code.append(
          parts[n]
              .replaceFirst("^(north|south)(east|west)$", "$1-$2")
              .replaceAll("\\B[a-z]|-", ""));
    }
    return code.append(parts[parts.length - 1]).toString();
  }
}
