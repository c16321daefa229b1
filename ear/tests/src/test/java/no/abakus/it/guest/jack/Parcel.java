package no.abakus.it.guest.jack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** A body with Jackson's annotations. */
public class Parcel {

    @JsonProperty("parcel_no")
    public int number = 7;

    @JsonIgnore
    public String secret = "SECRET";

    public LocalDate sent = LocalDate.of(2000, 1, 2);
    public String nothing;
}
