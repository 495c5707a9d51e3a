package no.synkvakt.base;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of an enum as a column holds it. One that this version does not know is read as null: a newer replica may
 * have written it, and the rows beside it are to be read all the same. Whoever needs it asks the row whether it is whole.
 */
public abstract class StoredEnum<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> type;

    protected StoredEnum(Class<E> type) {
        this.type = type;
    }

    /** The one of that name; null when there is none. */
    public static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E value) {
        return value == null ? null : value.name();
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String name) {
        return named(type, name);
    }
}
