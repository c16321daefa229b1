package no.abakus.sample.login;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Refuses the requests of users who are not members of webkom. */
@Provider
@WebkomOnly
public class WebkomFilter implements ContainerRequestFilter {

    private static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getSecurityContext().isUserInRole(SampleLogin.WEBKOM)) {
            throw new ProblemException(FORBIDDEN, "Only webkom may do this");
        }
    }
}
