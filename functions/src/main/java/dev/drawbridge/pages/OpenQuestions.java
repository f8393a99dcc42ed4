package dev.drawbridge.pages;

import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.Wait;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Which questions of the runs that wait can be answered still. */
final class OpenQuestions {
  private OpenQuestions() {}

  /**
   * All of them, however many: whoever asks for a lot must not hide what others asked.
   *
   * @param readable the question of an id, unless it is gone or cannot be read
   * @return those that end first, first
   */
  static List<Approval> of(
      Collection<Wait> waits, Function<String, Optional<Approval>> readable, Instant now) {
    return waits.stream()
        .map(Wait::question)
        .filter(Objects::nonNull)
        .map(Wait.Question::approvalId)
        .map(readable)
        .flatMap(Optional::stream)
        .filter(asked -> asked.status() == ApprovalStatus.PENDING)
        .filter(asked -> now.isBefore(asked.validUntil()))
        .sorted(Comparator.comparing(Approval::validUntil))
        .toList();
  }
}
