package dev.drawbridge.simulator.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** Reads and writes single values as text, as the Query protocols have them. */
final class Scalars {
  private Scalars() {}

  /**
   * The value of {@code text} for {@code field}.
   *
   * @throws Unreadable if the text does not fit the member's type
   */
  static Object parse(SdkField<?> field, String text) {
    MarshallingType<?> type = field.marshallingType();
    try {
      if (type.equals(MarshallingType.STRING)) {
        return text;
      } else if (type.equals(MarshallingType.INTEGER)) {
        return Integer.valueOf(text);
      } else if (type.equals(MarshallingType.LONG)) {
        return Long.valueOf(text);
      } else if (type.equals(MarshallingType.BOOLEAN)) {
        return parseBoolean(text);
      } else if (type.equals(MarshallingType.DOUBLE)) {
        return Double.valueOf(text);
      } else if (type.equals(MarshallingType.FLOAT)) {
        return Float.valueOf(text);
      } else if (type.equals(MarshallingType.BIG_DECIMAL)) {
        return new BigDecimal(text);
      } else if (type.equals(MarshallingType.INSTANT)) {
        return OffsetDateTime.parse(text).toInstant();
      } else if (type.equals(MarshallingType.SDK_BYTES)) {
        return SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Unreadable(field, text);
    }
    throw new IllegalStateException(field.memberName() + " is not a single value");
  }

  /** The text of a single value. */
  static String format(Object value) {
    if (value instanceof SdkBytes bytes) {
      return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }
    return value instanceof Instant instant ? instant.toString() : value.toString();
  }

  private static Boolean parseBoolean(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.valueOf(text);
    }
    throw new IllegalArgumentException(text);
  }

  /** A text that does not fit its member's type; each protocol has its own error for it. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String member;
    private final String text;

    private Unreadable(SdkField<?> field, String text) {
      super("'%s' is no value for %s".formatted(text, field.memberName()));
      this.member = field.memberName();
      this.text = text;
    }

    /** The member, as the model spells it. */
    String member() {
      return member;
    }

    /** What stood there. */
    String text() {
      return text;
    }
  }
}
