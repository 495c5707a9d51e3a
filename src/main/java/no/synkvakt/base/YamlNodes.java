package no.synkvakt.base;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * Turns YAML into JSON nodes while keeping the lines. Own code because Jackson's YAML parser knows no aliases and keeps no
 * lines once a tree is built.
 */
final class YamlNodes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlNodes() {}

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The line of what the path leads to, or of the innermost node on the way there. */
    static int lineAt(Node node, List<JsonMappingException.Reference> path) {
        Node found = node;
        for (JsonMappingException.Reference step : path) {
            Optional<Node> inner = inside(found, step);
            if (inner.isEmpty()) {
                break;
            }
            found = inner.get();
        }
        return lineOf(found);
    }

    static JsonNode toJson(Node node) {
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(element -> array.add(toJson(element)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static ObjectNode object(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple);
            if (object.has(key)) {
                throw new ScannerException(
                        null,
                        null,
                        "'" + key + "' stands here twice",
                        tuple.getKeyNode().getStartMark());
            }
            object.set(key, toJson(tuple.getValueNode()));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode node) {
        if (Tag.NULL.equals(node.getTag())) {
            return JSON.nullNode();
        }
        if (Tag.BOOL.equals(node.getTag())) {
            return JSON.booleanNode(Boolean.parseBoolean(node.getValue()));
        }
        return JSON.textNode(node.getValue());
    }

    private static Optional<Node> inside(Node node, JsonMappingException.Reference step) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .filter(tuple -> key(tuple).equals(step.getFieldName()))
                    .map(NodeTuple::getValueNode)
                    .findFirst();
        }
        if (node instanceof SequenceNode sequence
                && step.getIndex() >= 0
                && step.getIndex() < sequence.getValue().size()) {
            return Optional.of(sequence.getValue().get(step.getIndex()));
        }
        return Optional.empty();
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
