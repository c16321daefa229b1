package no.abakus.it.container;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Opens for one role only. */
@Stateless
@RolesAllowed(Clerk.ROLE)
public class Vault {

    @Resource
    private SessionContext session;

    /** Returns whether the caller has the role, as the container says. */
    public boolean open() {
        return session.isCallerInRole(Clerk.ROLE);
    }
}
