package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSecurityTest {

    private static final String RESTRICTED = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: one
            spec:
              hostNetwork: false
              securityContext:
                runAsNonRoot: true
                fsGroup: 70
                seccompProfile:
                  type: RuntimeDefault
              containers:
                - name: one
                  securityContext:
                    privileged: false
                    allowPrivilegeEscalation: false
                    capabilities:
                      drop: [ALL]
                  ports:
                    - containerPort: 8080
              volumes:
                - name: tmp
                  emptyDir: {}
            """;

    @Test
    void aRestrictedPodIsLetIn() throws IOException {
        assertThat(PodSecurity.violations(pod(RESTRICTED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hostNetwork: false              | hostNetwork: true                     | hostNetwork
                    hostNetwork: false              | hostPID: true                         | hostPID
                    hostNetwork: false              | hostIPC: true                         | hostIPC
                    hostNetwork: false              | ephemeralContainers: [{name: two}]    | ephemeralContainers
                    fsGroup: 70                     | runAsUser: 0                          | runAsUser 0
                    fsGroup: 70                     | sysctls: [{name: a, value: b}]        | sysctls
                    fsGroup: 70                     | seLinuxOptions: {type: spc_t}         | seLinuxOptions
                    fsGroup: 70                     | appArmorProfile: {type: Unconfined}   | appArmorProfile
                    fsGroup: 70                     | windowsOptions: {hostProcess: true}   | windowsOptions
                    runAsNonRoot: true              | runAsNonRoot: false                   | one: runAsNonRoot
                    privileged: false               | runAsUser: 0                          | one: runAsUser 0
                    type: RuntimeDefault            | type: Unconfined                      | one: seccompProfile
                    privileged: false               | procMount: Unmasked                   | one: procMount
                    privileged: false               | seLinuxOptions: {type: spc_t}         | one: seLinuxOptions
                    privileged: false               | appArmorProfile: {type: Unconfined}   | one: appArmorProfile
                    privileged: false               | windowsOptions: {hostProcess: true}   | one: windowsOptions
                    privileged: false               | privileged: true                      | one: privileged
                    privileged: false               | runAsNonRoot: false                   | one: runAsNonRoot
                    allowPrivilegeEscalation: false | allowPrivilegeEscalation: true        | one: allowPrivilegeEscalation
                    allowPrivilegeEscalation: false | runAsUser: 1                          | one: allowPrivilegeEscalation
                    drop: [ALL]                     | drop: [NET_RAW]                       | one: capabilities do not drop ALL
                    drop: [ALL]                     | {drop: [ALL], add: [SYS_ADMIN]}       | one: capabilities added
                    containerPort: 8080             | {containerPort: 8080, hostPort: 8080} | one: hostPort
                    emptyDir: {}                    | hostPath: {path: /}                   | volume tmp
                    """)
    void aPodThatIsNotIsKeptOut(String right, String wrong, String violation) throws IOException {
        assertThat(RESTRICTED).contains(right);
        assertThat(PodSecurity.violations(pod(RESTRICTED.replace(right, wrong))))
                .containsExactly(violation);
    }

    @Test
    void anInitContainerIsNoExemption() throws IOException {
        String init = RESTRICTED.replace("hostNetwork: false", "initContainers: [{name: two}]");
        assertThat(PodSecurity.violations(pod(init)))
                .containsExactly("two: allowPrivilegeEscalation", "two: capabilities do not drop ALL");
    }

    private static PodSpec pod(String yaml) throws IOException {
        return ((Pod) StrictManifests.read(yaml).get(0)).getSpec();
    }
}
