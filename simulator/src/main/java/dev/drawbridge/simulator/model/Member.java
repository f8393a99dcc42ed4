package dev.drawbridge.simulator.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member of a request with what is below it. Facts stand as paths ({@code Targets[].Port}, {@code
 * Item{key}}, {@code Item{}.M}); this is the tree that they make.
 */
final class Member {
  private static final String ELEMENT = "[]";
  private static final String KEY = "{key}";
  private static final String VALUE = "{}";

  private final Map<String, Member> below = new LinkedHashMap<>();
  private Constraint constraint = Constraint.NONE;
  private boolean sensitive;

  Constraint constraint() {
    return constraint;
  }

  /** Whether AWS keeps its value out of messages. */
  boolean sensitive() {
    return sensitive;
  }

  /** The members of a structure, by name; also those of which nothing is stated themselves. */
  Map<String, Member> members() {
    return below;
  }

  @Nullable Member element() {
    return below.get(ELEMENT);
  }

  @Nullable Member key() {
    return below.get(KEY);
  }

  @Nullable Member value() {
    return below.get(VALUE);
  }

  void constrain(String path, Constraint facts) {
    at(path).constraint = facts;
  }

  void hide(String path) {
    at(path).sensitive = true;
  }

  private Member at(String path) {
    Member member = this;
    for (String step : path.replaceAll("(\\[]|\\{key}|\\{})", ".$1").split("\\.", -1)) {
      member = member.below.computeIfAbsent(step, name -> new Member());
    }
    return member;
  }
}
