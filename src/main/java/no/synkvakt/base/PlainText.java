package no.synkvakt.base;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text of one line: no control characters (a line break would smuggle a header into a mail or a line into a log), no
 * unpaired surrogates (no encoding can write them), no characters that turn the direction of what follows.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = Characters.PLAIN)
@ReportAsSingleViolation
public @interface PlainText {

    String ACCEPTED = "text of one line without control characters";

    String message() default ACCEPTED;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
