package no.synkvakt.base;

import java.util.List;

/** Ends a request with a {@link Problem}. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public static ProblemException invalid(String field, String value, String accepted) {
        return invalid(List.of(new FieldError(field, value, accepted)));
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(Problem.invalid(errors));
    }

    public static ProblemException notFound(String detail, FieldError error) {
        return new ProblemException(Problem.of(404, detail, error));
    }

    public static ProblemException conflict(String detail, FieldError error) {
        return new ProblemException(Problem.of(409, detail, error));
    }

    public Problem problem() {
        return problem;
    }
}
