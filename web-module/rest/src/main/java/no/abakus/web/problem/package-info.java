/**
 * Reports errors to HTTP clients as RFC 9457's {@code application/problem+json}, with a stable {@code code} and the
 * {@code request_id} that leads to the details in the server's log. A report never contains a stack trace or a class
 * name.
 *
 * <p>A {@link no.abakus.web.problem.ProblemType} is a type of problem, a {@link no.abakus.web.problem.Problem} one
 * occurrence of it. Code below a JAX-RS resource throws a {@link no.abakus.web.problem.ProblemException}.
 *
 * <p>This package is not stable yet. It may change in a release, and the changelog says how.
 */
package no.abakus.web.problem;
