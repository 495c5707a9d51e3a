package no.synkvakt.base;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has Hibernate read and write JSON columns as {@link StoredJson} does. What is nothing of its type is read as null, so that the
 * rows beside it are read all the same; whoever needs it asks the row whether it is whole.
 */
@JsonFormat
@PersistenceUnitExtension
class JsonColumns implements FormatMapper {

    private static final Logger LOG = Logger.getLogger(JsonColumns.class);

    private final FormatMapper jackson = new JacksonJsonFormatMapper(StoredJson.MAPPER);

    @Override
    public <T> @Nullable T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        try {
            return jackson.fromString(text, type, options);
        } catch (IllegalArgumentException e) {
            LOG.debugf(e, "A column does not hold %s", type.getTypeName());
            return null;
        }
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return jackson.toString(value, type, options);
    }
}
