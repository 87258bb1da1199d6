package io.voltledger.runtime;

import io.voltledger.api.Rejection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Makes every error over HTTP an RFC 9457 problem with a stable {@code type} and {@code code}. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> notFound(ResourceNotFound failure, WebRequest request) {
        return answer(HttpStatus.NOT_FOUND, Rejection.NOT_FOUND, failure.getMessage(), failure, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unusable(IllegalArgumentException failure, WebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, "invalid-request", failure.getMessage(), failure, request);
    }

    @ExceptionHandler({CompletionException.class, ExecutionException.class})
    ResponseEntity<Object> wrapped(Exception failure, WebRequest request) {
        Throwable cause = failure.getCause();
        return cause instanceof IllegalArgumentException unusable
                ? unusable(unusable, request)
                : other(cause instanceof Exception inner ? inner : failure, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> other(Exception failure, WebRequest request) {
        Optional<Rejection> rejection = Rejections.of(failure);
        if (rejection.isPresent()) {
            String code = rejection.get().code();
            return answer(statusOf(code), code, rejection.get().detail(), failure, request);
        }
        if (isAway(failure)) {
            LOG.warn("A part of the platform is away", failure);
            return answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "A part of the platform is away; try again shortly.",
                    failure,
                    request);
        }
        LOG.error("Unexpected failure at {}", request.getDescription(false), failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Unexpected failure; the log of this server has the cause.",
                failure,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = failure.getBody();
        problem.setProperty(
                "errors",
                failure.getBindingResult().getFieldErrors().stream()
                        .map(error -> error.getField() + ": " + error.getDefaultMessage())
                        .sorted()
                        .toList());
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** Names the element of the body that cannot be read, and why where its value says so itself. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, Unreadable.in(failure).orElse("Failed to read request"));
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && !isNamed(problem)) {
            name(problem, codeOf(status));
        }
        return new ResponseEntity<>(body, headers, status);
    }

    private ResponseEntity<Object> answer(
            HttpStatus status, String code, @Nullable String detail, Exception failure, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
        name(problem, code);
        return Optional.ofNullable(handleExceptionInternal(failure, problem, new HttpHeaders(), status, request))
                .orElseGet(() -> new ResponseEntity<>(status));
    }

    private static void name(ProblemDetail problem, String code) {
        problem.setType(URI.create("urn:voltledger:problem:" + code));
        problem.setProperty("code", code);
    }

    private static boolean isNamed(ProblemDetail problem) {
        Map<String, Object> properties = problem.getProperties();
        return properties != null && properties.containsKey("code");
    }

    private static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "invalid-request";
            case 404 -> Rejection.NOT_FOUND;
            case 405 -> "method-not-allowed";
            case 406, 415 -> "media-type";
            case 413 -> "too-large";
            default -> "http-" + status.value();
        };
    }

    private static HttpStatus statusOf(String code) {
        return switch (code) {
            case Rejection.NOT_FOUND, Rejection.UNKNOWN_ACTION -> HttpStatus.NOT_FOUND;
            case Rejection.STATION_BUSY -> HttpStatus.TOO_MANY_REQUESTS;
            case Rejection.ALREADY_EXISTS, Rejection.STATION_OFFLINE -> HttpStatus.CONFLICT;
            default -> code.endsWith("-conflict") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoHandlerForCommandException
                    || cause instanceof NoHandlerForQueryException
                    || cause instanceof AxonServerException
                    || cause.getClass().getName().endsWith("CannotGetJdbcConnectionException")) {
                return true;
            }
        }
        return false;
    }
}
