package dev.drawbridge.engine.evidence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting, or a part of one, whose value nobody has published: an assumption. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Unconfirmed {
  /** What is assumed, and what it rests on. */
  String value();
}
