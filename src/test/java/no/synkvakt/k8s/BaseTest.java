package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code k8s/base} as a cluster gets it: Synkvakt by itself. */
class BaseTest {

    private RenderedManifests base;
    private Workload synkvakt;
    private int http;
    private int management;

    @BeforeEach
    void render() throws IOException, InterruptedException {
        base = RenderedManifests.base();
        synkvakt = base.synkvakt();
        Settings settings = Settings.read();
        http = Integer.parseInt(settings.value("quarkus.http.port"));
        management = Integer.parseInt(settings.value("quarkus.management.port"));
    }

    @Test
    void isThisAndNoSecret() {
        assertThat(base.all())
                .extracting(HasMetadata::getKind)
                .containsExactlyInAnyOrder(
                        "ConfigMap",
                        "ConfigMap",
                        "Deployment",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service",
                        "Service",
                        "ServiceAccount");
    }

    @Test
    void rollsTwoReplicasWithoutAGap() {
        DeploymentSpec deployment = base.deployment().getSpec();
        assertThat(deployment.getReplicas()).isEqualTo(2);
        assertThat(deployment.getStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(deployment.getStrategy().getRollingUpdate().getMaxUnavailable())
                .isEqualTo(new IntOrString(0));
    }

    @Test
    void writesNowhereButToTmp() {
        assertThat(synkvakt.container().getVolumeMounts())
                .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/tmp");
    }

    @Test
    void probesAskWhereTheApplicationAnswers() throws IOException {
        asks("started", synkvakt.container().getStartupProbe());
        asks("ready", synkvakt.container().getReadinessProbe());
        asks("live", synkvakt.container().getLivenessProbe());
    }

    private void asks(String check, Probe probe) throws IOException {
        HTTPGetAction request = probe.getHttpGet();
        assertThat(request.getPath())
                .isEqualTo(Settings.read().value("quarkus.management.root-path") + "/health/" + check);
        assertThat(synkvakt.port(request.getPort())).hasValue(management);
        assertThat(Settings.packaged().stringPropertyNames())
                .as("where the checks are")
                .noneMatch(name -> name.matches("quarkus\\.smallrye-health\\.([a-z]+-)+path"));
    }

    @Test
    void podsAreSpreadOverNodesWhereThereAreSeveral() {
        assertThat(synkvakt.pod().getTopologySpreadConstraints())
                .extracting(spread -> spread.getTopologyKey() + " " + spread.getWhenUnsatisfiable())
                .containsExactly("kubernetes.io/hostname ScheduleAnyway");
    }

    @Test
    void oneAtATimeMayBeEvicted() {
        assertThat(base.the(PodDisruptionBudget.class).getSpec().getMaxUnavailable())
                .isEqualTo(new IntOrString(1));
    }

    @Test
    void runsAsAnAccountWithoutAToken() {
        ServiceAccount account = base.the(ServiceAccount.class);
        assertThat(synkvakt.pod().getServiceAccountName())
                .isEqualTo(account.getMetadata().getName());
        assertThat(account.getAutomountServiceAccountToken()).isFalse();
    }

    @Test
    void isReachedAtItsTwoPorts_theManagementPortFromThisClusterAlone() {
        assertThat(policy().getIngress()).allSatisfy(rule -> {
            assertThat(rule.getPorts()).hasSize(1);
            int port = port(rule.getPorts().get(0).getPort());
            assertThat(rule.getFrom().isEmpty()).as("from anywhere").isEqualTo(port == http);
        });
        assertThat(policy().getIngress())
                .extracting(rule -> port(rule.getPorts().get(0).getPort()))
                .containsExactlyInAnyOrder(http, management);
    }

    @Test
    void reachesDnsPostgresSmtpAndOidcOnly() {
        assertThat(policy().getEgress())
                .flatExtracting(NetworkPolicyEgressRule::getPorts)
                .extracting(port -> port.getProtocol() + " " + port.getPort().getValue())
                .containsExactlyInAnyOrder("UDP 53", "TCP 53", "TCP 5432", "TCP 25", "TCP 465", "TCP 587", "TCP 443");
    }

    @Test
    void theServiceThatCallersReachHasNothingButHttp() {
        assertThat(ways("synkvakt")).isEqualTo(Map.of(80, http));
    }

    @Test
    void metricsAreAskedOfEachPodAlsoOfOneThatIsNotReady() {
        Service metrics = base.the(Service.class, "synkvakt-metrics");
        assertThat(ways("synkvakt-metrics")).isEqualTo(Map.of(management, management));
        assertThat(metrics.getSpec().getClusterIP()).isEqualTo("None");
        assertThat(metrics.getSpec().getPublishNotReadyAddresses()).isTrue();
    }

    private Map<Integer, Integer> ways(String service) {
        return base.the(Service.class, service).getSpec().getPorts().stream()
                .collect(Collectors.toMap(ServicePort::getPort, way -> port(way.getTargetPort())));
    }

    private int port(IntOrString port) {
        return synkvakt.port(port).orElseThrow();
    }

    private NetworkPolicySpec policy() {
        return base.the(NetworkPolicy.class).getSpec();
    }
}
