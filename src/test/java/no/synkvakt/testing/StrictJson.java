package no.synkvakt.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import no.synkvakt.base.JsonRules;

/** JSON as Synkvakt itself reads it, for tests of rules that need no more than that. */
public final class StrictJson {

    private StrictJson() {}

    /** As lenient as Quarkus makes it, and then as strict as Synkvakt does. */
    public static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        new JsonRules().customize(mapper);
        return mapper;
    }
}
