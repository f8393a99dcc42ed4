package dev.drawbridge.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds e-mail addresses that lead to one mailbox into one text: compatibility forms, case, spaces
 * and invisible characters, quoting, sub-addresses ({@code ada+x@}), names of domains in either
 * script, a last dot, and what one large provider ignores. Too much rather than too little: two
 * addresses that are taken for one person's cost one more yes, the other way round costs consent.
 * Two mailboxes of one person under two names are two people: nobody who reads addresses can tell.
 */
final class EmailAddress {
  private static final Pattern FORM =
      Pattern.compile("(?<local>[^@\\s]{1,64})@(?<domain>[^@\\s]{1,253})");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+");

  /** What stands on a letter, or is not seen at all. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}" + Unseen.CLASS + "]+");

  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

  private EmailAddress() {}

  /** The folded address, or empty where the text is none. */
  static Optional<String> folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    Matcher form = FORM.matcher(INVISIBLE.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<String> domain = domain(form.group("domain"));
    return domain
        .map(name -> local(form.group("local"), name) + "@" + name)
        .filter(address -> !address.startsWith("@"));
  }

  /**
   * A folded address as people read it: without accents, comments and what is not seen, every
   * letter that looks like a Latin one taken for it. Only to compare by: who is shown so would be
   * shown as somebody else.
   */
  static String read(String folded) {
    int at = folded.lastIndexOf('@');
    String domain = IDN.toUnicode(folded.substring(at + 1), IDN.ALLOW_UNASSIGNED);
    String address = COMMENT.matcher(folded.substring(0, at)).replaceAll("") + "@" + domain;
    String apart = Normalizer.normalize(address, Normalizer.Form.NFKD);
    return Lookalikes.read(UNSEEN.matcher(apart).replaceAll(""));
  }

  private static Optional<String> domain(String text) {
    try {
      String ascii = IDN.toASCII(text.replaceAll("\\.+$", ""), IDN.ALLOW_UNASSIGNED);
      String lower = ascii.toLowerCase(Locale.ROOT);
      return Optional.of(GMAIL.contains(lower) ? "gmail.com" : lower);
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
  }

  private static String local(String text, String domain) {
    String bare = text.replace("\"", "").replace("\\", "");
    int plus = bare.indexOf('+');
    String mailbox = plus < 0 ? bare : bare.substring(0, plus);
    return GMAIL.contains(domain) ? mailbox.replace(".", "") : mailbox;
  }
}
