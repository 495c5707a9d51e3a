package no.synkvakt.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file that is a list of entries, such as the step catalogue and the playbook: the one of the package, or the one
 * an operator has mounted in its place. Whatever is wrong with it is told by file, line and reason.
 */
public final class YamlList {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private final String name;
    private final String content;

    private YamlList(String name, String content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Reads the file, not yet what is in it.
     *
     * @param mounted the operator's file; none: the one of the package
     * @throws BrokenFileException when it cannot be read
     */
    public static YamlList of(Optional<Path> mounted, String resource) {
        String name = mounted.map(Path::toString).orElse(resource);
        try (InputStream in = mounted.isPresent() ? Files.newInputStream(mounted.get()) : packaged(resource)) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
            return new YamlList(
                    name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw new BrokenFileException(name, 0, "is not UTF-8");
        } catch (IOException e) {
            throw new BrokenFileException(name, 0, "cannot be read: " + e);
        }
    }

    /** An entry and the line its text begins at. */
    public record Entry<T>(int line, T value) {}

    /**
     * Makes out the entries.
     *
     * @throws BrokenFileException at the first one that is not of the type
     */
    public <T> List<Entry<T>> read(Class<T> type) {
        try {
            @Nullable Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(content));
            if (root instanceof SequenceNode list && !list.getValue().isEmpty()) {
                return list.getValue().stream().map(node -> entry(node, type)).toList();
            }
            throw broken(1, "is not a list of entries");
        } catch (MarkedYAMLException e) {
            throw broken(e.getProblemMark().getLine() + 1, e.getProblem());
        } catch (YAMLException e) {
            throw broken(0, String.valueOf(e.getMessage()));
        }
    }

    public BrokenFileException broken(int line, String reason) {
        return new BrokenFileException(name, line, reason);
    }

    private <T> Entry<T> entry(Node node, Class<T> type) {
        JsonNode json = YamlNodes.toJson(node);
        try {
            @Nullable T value = MAPPER.treeToValue(json, type);
            if (value == null) {
                throw broken(YamlNodes.lineOf(node), "an entry is empty");
            }
            return new Entry<>(YamlNodes.lineOf(node), value);
        } catch (JsonMappingException e) {
            throw broken(YamlNodes.lineAt(node, e.getPath()), reason(e, json));
        } catch (JsonProcessingException e) {
            throw broken(YamlNodes.lineOf(node), e.getOriginalMessage());
        }
    }

    private static String reason(JsonMappingException e, JsonNode json) {
        String path = JsonPaths.of(e.getPath());
        Throwable cause = e.getCause();
        if (e instanceof ValueInstantiationException) {
            String why = cause instanceof IllegalArgumentException ? cause.getMessage() : "a value is empty";
            return path.isEmpty() ? String.valueOf(why) : path + ": " + why;
        }
        FieldError error = JsonErrors.error(e, json);
        return path.isEmpty() ? "an entry is '" + error.value() + "'; accepted: " + error.accepted() : error.toString();
    }

    private static InputStream packaged(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Objects.requireNonNull(loader.getResourceAsStream(resource), resource);
    }
}
