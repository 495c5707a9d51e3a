package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictManifestsTest {

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: one
              labels:
                version: "1"
            spec:
              containers:
                - name: one
                  ports:
                    - containerPort: 8080
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: two
            """;

    @Test
    void readsEveryDocument() throws IOException {
        assertThat(StrictManifests.read(POD)).extracting(HasMetadata::getKind).containsExactly("Pod", "ConfigMap");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    containers:          | container:               | Unrecognized field "container"
                    containerPort:       | containrPort:            | Unrecognized field "containrPort"
                    containerPort: 8080  | containerPort: "80"      | Cannot coerce String value ("80")
                    version: "1"         | version: 1               | Cannot coerce Integer value (1)
                    version: "1"         | version: 1.0             | Cannot coerce Float value (1.0)
                    version: "1"         | version: true            | Cannot coerce Boolean value (true)
                    name: two            | additionalProperties: {} | Ignored field "additionalProperties"
                    name: two            | {name: two, name: three} | Duplicate field
                    kind: Pod            | kind: Pot                | GenericKubernetesResource["spec"]
                    kind: ConfigMap      | kind: ConfigMop          | Unknown kind ConfigMop of v1
                    """)
    void refuses(String right, String wrong, String reason) {
        assertThat(POD).contains(right);
        assertThatThrownBy(() -> StrictManifests.read(POD.replace(right, wrong)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }
}
