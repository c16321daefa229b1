package no.abakus.sample.registrations;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores groups in a column, one per line. */
@Converter
public class GroupsColumn implements AttributeConverter<Groups, String> {

    @Override
    public String convertToDatabaseColumn(Groups groups) {
        return groups == null ? null : groups.toColumn();
    }

    @Override
    public Groups convertToEntityAttribute(String text) {
        return Groups.ofColumn(text);
    }
}
