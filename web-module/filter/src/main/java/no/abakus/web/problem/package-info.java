/**
 * What went wrong, said to an HTTP client: RFC 9457's {@code application/problem+json} with a stable {@code code} and the
 * {@code request_id} under which the server's log has the rest. Never a stack trace, never a class name.
 *
 * <p>A {@link no.abakus.web.problem.ProblemType} is a kind of problem, a {@link no.abakus.web.problem.Problem} one case of
 * it; code below a JAX-RS resource throws a {@link no.abakus.web.problem.ProblemException}.
 */
package no.abakus.web.problem;
