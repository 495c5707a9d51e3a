package no.synkvakt.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code k8s/overlays/evaluation}: Synkvakt with a PostgreSQL and a mail catcher, closed to everybody else. */
class EvaluationTest {

    private RenderedManifests evaluation;
    private Map<String, String> settings;

    @BeforeEach
    void render() throws IOException, InterruptedException {
        evaluation = RenderedManifests.evaluation();
        settings = evaluation.the(ConfigMap.class, "synkvakt-settings").getData();
    }

    @Test
    void synkvaktHasADatabaseAndAMailCatcherAtHand() {
        assertThat(evaluation.workloads())
                .extracting(Workload::name)
                .containsExactlyInAnyOrder("synkvakt", "postgres", "mailpit");
        assertThat(settings.get("QUARKUS_DATASOURCE_JDBC_URL"))
                .isEqualTo("jdbc:postgresql://postgres:" + onlyPort("postgres", "postgres") + "/synkvakt");
        assertThat(settings)
                .containsEntry("QUARKUS_MAILER_HOST", "mailpit")
                .containsEntry("QUARKUS_MAILER_PORT", onlyPort("mailpit", "smtp"))
                .containsEntry("QUARKUS_MAILER_START_TLS", "DISABLED");
    }

    private String onlyPort(String service, String name) {
        return evaluation.the(Service.class, service).getSpec().getPorts().stream()
                .filter(port -> port.getName().equals(name))
                .map(port -> port.getPort().toString())
                .collect(Collectors.joining(" and "));
    }

    /** The keys are in the README; whoever knows them is let in, so nobody shall take them for real ones. */
    @Test
    void itsSecretsSayThatTheyAreNone() throws NoSuchAlgorithmException {
        Map<String, String> secrets = evaluation.the(Secret.class).getData().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> decoded(entry.getValue())));
        assertThat(secrets)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "QUARKUS_DATASOURCE_USERNAME", "synkvakt",
                        "QUARKUS_DATASOURCE_PASSWORD", "evaluation-only",
                        "SYNKVAKT_API_KEYS__ENGINE__SHA256", sha256("evaluation-only-engine"),
                        "SYNKVAKT_API_KEYS__ENGINE__ROLE", "ingest",
                        "SYNKVAKT_API_KEYS__OPERATOR__SHA256", sha256("evaluation-only-operator"),
                        "SYNKVAKT_API_KEYS__OPERATOR__ROLE", "operator"));
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
    }

    private static String sha256(String key) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    }

    @Test
    void nothingLeavesTheNamespaceButQuestionsToDns() {
        assertThat(evaluation.every(NetworkPolicy.class))
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .allSatisfy(rule -> assertThat(isDns(rule) || staysInside(rule)).isTrue());
        assertThat(evaluation.the(NetworkPolicy.class, "postgres").getSpec().getEgress())
                .isEmpty();
        assertThat(evaluation.the(NetworkPolicy.class, "mailpit").getSpec().getEgress())
                .isEmpty();
    }

    private static boolean isDns(NetworkPolicyEgressRule rule) {
        return rule.getPorts().stream().allMatch(port -> port.getPort().equals(new IntOrString(53)));
    }

    private static boolean staysInside(NetworkPolicyEgressRule rule) {
        return !rule.getTo().isEmpty()
                && rule.getTo().stream()
                        .allMatch(peer -> peer.getNamespaceSelector() == null && peer.getIpBlock() == null);
    }

    @Test
    void onlySynkvaktComesToItsDatabaseAndItsMailCatcher() {
        for (String neighbour : List.of("postgres", "mailpit")) {
            assertThat(evaluation.the(NetworkPolicy.class, neighbour).getSpec().getIngress())
                    .flatExtracting(rule -> rule.getFrom())
                    .singleElement()
                    .satisfies(peer -> assertThat(evaluation.synkvakt().isMeantBy(peer.getPodSelector()))
                            .isTrue());
        }
    }

    @Test
    void theDataOutlivesItsPod() {
        Workload postgres = evaluation.workloads().stream()
                .filter(workload -> workload.name().equals("postgres"))
                .findAny()
                .orElseThrow();
        String data = postgres.container().getEnv().stream()
                .filter(variable -> variable.getName().equals("PGDATA"))
                .map(variable -> variable.getValue())
                .findAny()
                .orElseThrow();
        assertThat(postgres.container().getVolumeMounts())
                .filteredOn(mount -> postgres.claims().contains(mount.getName()))
                .extracting(VolumeMount::getMountPath)
                .singleElement()
                .satisfies(mount -> assertThat(data).startsWith(mount + "/"));
    }
}
