package dev.drawbridge.lab.inspection;

import dev.drawbridge.inspection.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In the world of such a test somebody or something causes these findings, and they are found. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Finds {
  /** Which. */
  Kind[] value();
}
