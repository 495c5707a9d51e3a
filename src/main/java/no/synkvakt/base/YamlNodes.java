package no.synkvakt.base;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 100_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private int nodes;

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

    /** A key without a value is left out, as if it were not there. What is no list, no map and not empty is text. */
    static JsonNode toJson(Node node) {
        return new YamlNodes().json(node, 0);
    }

    /** An alias is as large as what it stands for: some lines of them would fill the memory. */
    private JsonNode json(Node node, int depth) {
        if (depth > DEEPEST) {
            throw problem("is nested too deeply, or within itself", node);
        }
        if (++nodes > MOST_NODES) {
            throw problem("is too much, or the same again and again", node);
        }
        if (!node.getTag().getValue().startsWith(Tag.PREFIX)) {
            throw problem("has the tag " + node.getTag().getValue() + ", which means nothing here", node);
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(element -> array.add(json(element, depth + 1)));
            return array;
        }
        return Tag.NULL.equals(node.getTag()) ? JSON.nullNode() : JSON.textNode(((ScalarNode) node).getValue());
    }

    private ObjectNode object(MappingNode mapping, int depth) {
        ObjectNode object = JSON.objectNode();
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode)) {
                throw problem("a key is no text", tuple.getKeyNode());
            }
            String key = key(tuple);
            if (!keys.add(key)) {
                throw problem("'" + key + "' stands here twice", tuple.getKeyNode());
            }
            JsonNode value = json(tuple.getValueNode(), depth + 1);
            if (!value.isNull()) {
                object.set(key, value);
            }
        }
        return object;
    }

    private static ScannerException problem(String reason, Node at) {
        return new ScannerException(null, null, reason, at.getStartMark());
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
