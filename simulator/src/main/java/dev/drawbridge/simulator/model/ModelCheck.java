package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.model.Violation.Kind;
import dev.drawbridge.simulator.operation.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Walks through a request and the model of its operation side by side. */
final class ModelCheck {
  private final List<Violation> violations = new ArrayList<>();

  private ModelCheck() {}

  /** Every way in which {@code request} breaks the model; empty where it does not. */
  static List<Violation> of(SdkPojo request, Member model) {
    ModelCheck check = new ModelCheck();
    check.structure(request, model, "");
    return check.violations;
  }

  private void structure(SdkPojo pojo, Member model, String prefix) {
    for (SdkField<?> field : pojo.sdkFields()) {
      Member member = model.members().get(field.memberName());
      if (member != null) {
        String path = prefix + Violation.lowerFirst(field.memberName());
        member(Fields.value(field, pojo), member, path, field.memberName());
      }
    }
  }

  private void member(@Nullable Object value, Member model, String path, String name) {
    if (value == null) {
      if (model.constraint().required()) {
        violations.add(new Violation(path, name, null, model, Kind.MISSING));
      }
      return;
    }
    scalar(value, model, path, name);
    switch (value) {
      case SdkPojo pojo -> structure(pojo, model, path + ".");
      case List<?> list -> elements(list, model.element(), path, name);
      case Map<?, ?> map -> entries(map, model, path, name);
      default -> {}
    }
  }

  private void elements(List<?> list, @Nullable Member element, String path, String name) {
    if (element == null) {
      return;
    }
    int index = 1;
    for (Object item : list) {
      if (composed(item)) {
        member(item, element, "%s.%d.member".formatted(path, index++), name);
      } else {
        within(list, item, element, path, name, Kind.ELEMENTS);
      }
    }
  }

  private void entries(Map<?, ?> map, Member model, String path, String name) {
    Member key = model.key();
    Member value = model.value();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (key != null) {
        within(map, entry.getKey(), key, path, name, Kind.KEYS);
      }
      if (value != null && composed(entry.getValue())) {
        member(entry.getValue(), value, "%s.%s.member".formatted(path, entry.getKey()), name);
      } else if (value != null) {
        within(map, entry.getValue(), value, path, name, Kind.VALUES);
      }
    }
  }

  private static boolean composed(Object item) {
    return item instanceof SdkPojo || item instanceof List || item instanceof Map;
  }

  /** AWS reports what is wrong with plain elements once, at the list or map that holds them. */
  private void within(
      Object whole, Object part, Member model, String path, String name, Kind kind) {
    ModelCheck inner = new ModelCheck();
    inner.scalar(part, model, path, name);
    boolean told = violations.stream().anyMatch(v -> v.path().equals(path) && v.kind() == kind);
    if (!inner.violations.isEmpty() && !told) {
      Violation first = inner.violations.getFirst();
      violations.add(new Violation(path, name, whole, model, kind, first));
    }
  }

  private void scalar(Object value, Member model, String path, String name) {
    Constraint facts = model.constraint();
    if (facts.number()) {
      number(((Number) value).longValue(), model, path, name);
    } else {
      length(value, model, path, name);
    }
    boolean unmatched =
        value instanceof String text
            && facts.pattern() != null
            && !facts.pattern().matcher(text).matches();
    if (unmatched) {
      violations.add(new Violation(path, name, value, model, Kind.NO_MATCH));
    }
    if (!facts.values().isEmpty() && !facts.values().contains(value.toString())) {
      violations.add(new Violation(path, name, value, model, Kind.UNKNOWN_VALUE));
    }
  }

  private void number(long value, Member model, String path, String name) {
    Constraint facts = model.constraint();
    if (facts.max() != null && value > facts.max()) {
      violations.add(new Violation(path, name, value, model, Kind.TOO_LARGE));
    }
    if (facts.min() != null && value < facts.min()) {
      violations.add(new Violation(path, name, value, model, Kind.TOO_SMALL));
    }
  }

  private void length(Object value, Member model, String path, String name) {
    Constraint facts = model.constraint();
    long length = length(value);
    if (facts.max() != null && length > facts.max()) {
      violations.add(new Violation(path, name, value, model, Kind.TOO_LONG));
    }
    if (facts.min() != null && length < facts.min()) {
      violations.add(new Violation(path, name, value, model, Kind.TOO_SHORT));
    }
  }

  private static long length(Object value) {
    return switch (value) {
      case String text -> text.codePointCount(0, text.length());
      case SdkBytes bytes -> bytes.asByteArrayUnsafe().length;
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      default -> 0;
    };
  }
}
