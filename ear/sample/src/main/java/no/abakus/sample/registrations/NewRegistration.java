package no.abakus.sample.registrations;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A registration to be taken in.
 *
 * @param user who wants to come
 * @param groups what groups the user is in
 * @param eta when it is to be decided; null for as soon as registration is open
 */
public record NewRegistration(String user, List<String> groups, OffsetDateTime eta) {

    public NewRegistration {
        Required.text("user", user);
        Required.list("groups", groups);
    }
}
