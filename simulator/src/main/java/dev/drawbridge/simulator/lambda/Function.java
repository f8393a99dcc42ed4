package dev.drawbridge.simulator.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One deployed function and its containers. */
final class Function {
  private final String name;
  private FunctionSettings settings;
  private final Supplier<LambdaFunction> code;
  private final List<Container> containers = new ArrayList<>();
  private final Snapshot snapshot;

  Function(
      String name, FunctionSettings settings, Supplier<LambdaFunction> code, Snapshot snapshot) {
    this.name = name;
    this.settings = settings;
    this.code = code;
    this.snapshot = snapshot;
  }

  String name() {
    return name;
  }

  FunctionSettings settings() {
    return settings;
  }

  /** Somebody changes how many may run at once. */
  void reserve(int concurrency) {
    settings = settings.reservedConcurrency(concurrency);
  }

  /** The snapshot of its one published version; unused without SnapStart. */
  Snapshot snapshot() {
    return snapshot;
  }

  long running() {
    return containers.stream().filter(Container::busy).count();
  }

  /** A warm container, taken; the one used last, as Lambda does, so that others may die. */
  Optional<Container> takeWarm(Instant now, Duration keep) {
    discardIf(c -> !c.busy() && c.idleSince().plus(keep).isBefore(now));
    Optional<Container> warm =
        containers.stream()
            .filter(c -> !c.busy())
            .reduce((a, b) -> b.idleSince().isBefore(a.idleSince()) ? a : b);
    warm.ifPresent(Container::take);
    return warm;
  }

  /** A new container, taken. Its code is made when it starts: a Java handler's constructor. */
  Container takeCold() {
    Container cold = new Container(code.get());
    containers.add(cold);
    return cold;
  }

  /** Throws a container away: its process has ended. */
  void discard(Container container) {
    discardIf(container::equals);
  }

  /** Throws idle containers away, so that the next invocations start cold. */
  void forgetWarm() {
    discardIf(c -> !c.busy());
  }

  private void discardIf(Predicate<Container> which) {
    containers.stream().filter(which).forEach(gone -> gone.code().close());
    containers.removeIf(which);
  }
}
