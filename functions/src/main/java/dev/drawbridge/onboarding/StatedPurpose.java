package dev.drawbridge.onboarding;

import dev.drawbridge.model.PlainText;
import dev.drawbridge.plan.StrictFields;
import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The purpose of a request, which people read before they answer: what looks like another text than
 * it is, is refused, for somebody who is not trusted yet has written it.
 */
final class StatedPurpose {
  /** Its form; what more it has to be is told by {@link #misleading}. */
  private static final Pattern FORM = PlainText.line(1, 200);

  private static final String RULE =
      "expected one line of at most 200 characters, without control or invisible characters";
  private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\s]*");

  /** More marks on one letter than any script needs reach into the lines above and below. */
  private static final Pattern STACKED = Pattern.compile("\\p{M}{4,}");

  /** A run of letters; dots belong to it, as in the name of a host. */
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}.]*");

  private static final Pattern ADDRESS = Pattern.compile("\\S*(?:@|://|www\\.)\\S*");
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

  /** Scripts with letters that look like Latin ones. */
  private static final Set<UnicodeScript> LIKE_LATIN =
      Set.of(
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE,
          UnicodeScript.COPTIC,
          UnicodeScript.LISU);

  private StatedPurpose() {}

  /** Reads it; empty where it is not stated, or at fault until {@link StrictFields#end}. */
  static String read(StrictFields fields) {
    Optional<String> stated = fields.optionalText("purpose", FORM, RULE);
    return fields.meaning(
        () -> {
          stated
              .flatMap(StatedPurpose::misleading)
              .ifPresent(
                  why -> {
                    throw StrictFields.refused("purpose", stated.orElse(""), why);
                  });
          return stated.orElse("");
        },
        "");
  }

  /** Why people would read something else than is written; empty if they would not. */
  static Optional<String> misleading(String purpose) {
    if (BLANK.matcher(purpose).matches()) {
      return Optional.of("it says nothing; leave it out");
    }
    if (STACKED.matcher(purpose).find()) {
      return Optional.of("at most three marks may stand on a letter");
    }
    return found(ADDRESS, purpose, word -> !ASCII.matcher(word).matches())
        .map(word -> "%s is an address with letters that are not ASCII".formatted(word))
        .or(
            () ->
                found(WORD, purpose, StatedPurpose::mixed)
                    .map(word -> "%s mixes letters of two scripts".formatted(word)));
  }

  private static Optional<String> found(Pattern pattern, String text, Predicate<String> wrong) {
    return pattern.matcher(text).results().map(MatchResult::group).filter(wrong).findFirst();
  }

  private static boolean mixed(String word) {
    Set<UnicodeScript> scripts =
        word.codePoints()
            .filter(Character::isLetter)
            .mapToObj(UnicodeScript::of)
            .collect(Collectors.toSet());
    return scripts.size() > 1 && scripts.stream().anyMatch(LIKE_LATIN::contains);
  }
}
