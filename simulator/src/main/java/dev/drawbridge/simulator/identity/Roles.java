package dev.drawbridge.simulator.identity;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ResourceTags;
import dev.drawbridge.simulator.operation.ServiceError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The roles of every account; IAM knows no regions. */
final class Roles {
  private static final int ID_LETTERS = 17;

  private final Map<String, Role> byArn = new TreeMap<>();
  private final ResourceTags tags = new ResourceTags();
  private final Scheduler scheduler;

  Roles(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  ResourceTags tags() {
    return tags;
  }

  /** Adds a role, or replaces it. */
  void put(Role role) {
    byArn.put(role.arn(), role);
  }

  void remove(Role role) {
    byArn.remove(role.arn());
    tags.forget(role.arn());
  }

  Optional<Role> byArn(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  boolean has(Caller caller, String name) {
    return of(caller).stream().anyMatch(role -> role.name().equalsIgnoreCase(name));
  }

  /**
   * The role of a name.
   *
   * @throws ServiceError NoSuchEntity (404)
   */
  Role get(Caller caller, String name) {
    return of(caller).stream()
        .filter(role -> role.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> missing("The role with name %s cannot be found.".formatted(name)));
  }

  List<Role> of(Caller caller) {
    String prefix = "arn:%s:iam::%s:role/".formatted(caller.partition(), caller.account());
    return byArn.values().stream().filter(role -> role.arn().startsWith(prefix)).toList();
  }

  String newId() {
    StringBuilder id = new StringBuilder("AROA");
    scheduler.random().ints(ID_LETTERS, 0, 26).forEach(letter -> id.append((char) ('A' + letter)));
    return id.toString();
  }

  static ServiceError missing(String message) {
    return ServiceError.of(404, "NoSuchEntity", message);
  }

  /** IAM's answers have documents URL-encoded. */
  static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
