package no.abakus.it.guest.jack;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;

/** An argument with annotations of the application's Jackson, whose older version lacks some of their members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record Label(@JsonProperty("parcel_no") long number, @JsonFormat(pattern = "dd.MM.yyyy") LocalDate sent) {}
