package dev.drawbridge.lab.peers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shell blocks of a page as one script, in the page's order. A block that is marked {@code sh
 * refused CODE} must fail with that error code of AWS's, one marked {@code sh refused} with a
 * problem of ours; every other command must succeed.
 */
final class PageScript {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```sh(?: (refused)(?: (\\S+))?)?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final String PREAMBLE =
      """
      set -euo pipefail
      PS4='$ '
      """;

  private PageScript() {}

  /** The script for {@code bash}. */
  static String of(String page) {
    StringBuilder script = new StringBuilder(PREAMBLE);
    Matcher blocks = BLOCK.matcher(page);
    while (blocks.find()) {
      String refused = blocks.group(1);
      script.append(
          refused == null ? shown(blocks.group(3)) : refused(blocks.group(3), blocks.group(2)));
    }
    return script.toString();
  }

  private static String shown(String commands) {
    return "set -x\n" + commands + "{ set +x; } 2>/dev/null\n";
  }

  private static String refused(String command, @Nullable String code) {
    String mark = code == null ? "urn:drawbridge:problem:" : "(" + code + ")";
    return """
    if answer=$({ %1$s} 2>&1); then
      echo "not refused: $answer" >&2; exit 1
    elif [[ $answer != *"%2$s"* ]]; then
      echo "refused, but not with %2$s: $answer" >&2; exit 1
    fi
    """
        .formatted(command, mark);
  }
}
