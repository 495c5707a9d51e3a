package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorSpec;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code k8s/overlays/production}: what is outside is named, as placeholders, and reached by the narrowest way. */
class ProductionTest {

    private RenderedManifests production;
    private Map<String, String> settings;

    @BeforeEach
    void render() throws IOException, InterruptedException {
        production = RenderedManifests.production();
        settings = production.the(ConfigMap.class, "synkvakt-settings").getData();
    }

    @Test
    void namesNothingReal() {
        assertThat(URI.create(settings.get("QUARKUS_DATASOURCE_JDBC_URL").substring("jdbc:".length()))
                        .getHost())
                .endsWith(".example.org");
        assertThat(settings.get("QUARKUS_MAILER_HOST")).endsWith(".example.org");
        assertThat(production.synkvakt().container().getImage()).startsWith("registry.example.org/");
        assertThat(settings).allSatisfy((key, value) -> assertThat(value)
                .as(key)
                .matches(key.matches(".*(EMAIL|FROM|REPLY_TO)") ? ".*@example\\.org" : ".*"));
    }

    @Test
    void theDatabaseAndTheMailServerAreReachedByTls() {
        assertThat(settings.get("QUARKUS_DATASOURCE_JDBC_URL")).contains("sslmode=verify-full");
        assertThat(settings).containsEntry("QUARKUS_MAILER_START_TLS", "REQUIRED");
    }

    @Test
    void theCertificateThatVouchesForTheDatabaseIsMounted() {
        String certificate =
                settings.get("QUARKUS_DATASOURCE_JDBC_URL").replaceAll(".*[?&]sslrootcert=([^&]*).*", "$1");
        assertThat(production.synkvakt().container().getVolumeMounts())
                .filteredOn(mount -> certificate.startsWith(mount.getMountPath() + "/"))
                .singleElement()
                .satisfies(mount -> assertThat(mount.getReadOnly()).isTrue());
    }

    @Test
    void theIngressAnswersByTlsAtTheAddressThatMailsPointTo() {
        Ingress ingress = production.the(Ingress.class);
        URI address = URI.create(settings.get("SYNKVAKT_BASE_URL"));
        assertThat(address.getScheme()).isEqualTo("https");
        assertThat(ingress.getSpec().getRules()).extracting("host").containsExactly(address.getHost());
        assertThat(ingress.getSpec().getTls()).singleElement().satisfies(tls -> {
            assertThat(tls.getHosts()).containsExactly(address.getHost());
            assertThat(tls.getSecretName()).isNotEmpty();
        });
    }

    @Test
    void theIngressLeadsToHttpAlone() {
        assertThat(production.the(Ingress.class).getSpec().getRules())
                .flatExtracting(rule -> rule.getHttp().getPaths())
                .singleElement()
                .satisfies(path -> {
                    assertThat(path.getPath()).isEqualTo("/");
                    assertThat(path.getPathType()).isEqualTo("Prefix");
                    leadsToHttp(path.getBackend().getService());
                });
    }

    private void leadsToHttp(IngressServiceBackend backend) {
        Service service = production.the(Service.class, backend.getName());
        assertThat(service.getSpec().getPorts())
                .extracting(ServicePort::getName)
                .containsExactly(backend.getPort().getName())
                .containsExactly("http");
    }

    /** What a caller says about itself may be believed only because nobody but the Ingress comes. */
    @Test
    void theIngressIsBelievedAndNobodyElseComes() {
        assertThat(settings)
                .containsEntry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                .containsEntry("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true");
        assertThat(policy().getIngress()).hasSize(2).allSatisfy(rule -> assertThat(rule.getFrom())
                .singleElement()
                .satisfies(peer -> assertThat(peer.getNamespaceSelector().getMatchLabels())
                        .containsOnlyKeys("kubernetes.io/metadata.name")));
    }

    @Test
    void theDatabaseAndTheMailServerAreOneAddressEach() {
        assertThat(policy().getEgress())
                .flatExtracting(NetworkPolicyEgressRule::getTo)
                .extracting(NetworkPolicyPeer::getIpBlock)
                .filteredOn(Objects::nonNull)
                .extracting(IPBlock::getCidr)
                .hasSize(2)
                .allMatch(cidr -> cidr.matches("192\\.0\\.2\\.\\d+/32"));
    }

    @Test
    void onlyOidcIsReachedWhereverItIs() {
        List<NetworkPolicyEgressRule> anywhere = policy().getEgress().stream()
                .filter(rule -> rule.getTo().isEmpty())
                .toList();
        assertThat(anywhere)
                .flatExtracting(NetworkPolicyEgressRule::getPorts)
                .extracting(port -> port.getPort().getValue())
                .containsExactly(443);
    }

    @Test
    void theMonitorMeansTheServiceOfTheMetricsAlone() throws IOException {
        ServiceMonitorSpec monitor = production.the(ServiceMonitor.class).getSpec();
        Map<String, String> wanted = monitor.getSelector().getMatchLabels();
        assertThat(production.every(Service.class))
                .filteredOn(
                        service -> service.getMetadata().getLabels().entrySet().containsAll(wanted.entrySet()))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.getMetadata().getName()).isEqualTo("synkvakt-metrics");
                    assertThat(service.getSpec().getPorts())
                            .extracting(ServicePort::getName)
                            .containsExactly(endpoint(monitor).getPort());
                });
        Settings application = Settings.read();
        assertThat(endpoint(monitor).getPath())
                .isEqualTo(application.value("quarkus.management.root-path") + "/"
                        + application.value("quarkus.micrometer.export.prometheus.path"));
    }

    private static Endpoint endpoint(ServiceMonitorSpec monitor) {
        assertThat(monitor.getEndpoints()).hasSize(1);
        return monitor.getEndpoints().get(0);
    }

    private NetworkPolicySpec policy() {
        return production.the(NetworkPolicy.class).getSpec();
    }
}
