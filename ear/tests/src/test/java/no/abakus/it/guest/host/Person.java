package no.abakus.it.guest.host;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.time.LocalDate;
import java.util.Optional;

/** A body that JSON-B and Jackson write differently. */
public class Person {

    @JsonbProperty("full_name")
    public String name = "Ann";

    @JsonbTransient
    public String passwordHash = "SECRET";

    public LocalDate born = LocalDate.of(2000, 1, 2);
    public String nothing;
    public Optional<String> nickName = Optional.of("A");
}
