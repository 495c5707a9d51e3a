package no.synkvakt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever may refuse what an operator has configured is asked at the start: nobody finds out in the night. */
@QuarkusTest
class StartTest {

    @Inject
    BeanManager beans;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access.AccessMode",
                "deadline.ExpectedDurations",
                "feed.LookTimes",
                "notice.MailSettings",
                "playbook.PlaybookProducer",
                "watch.SchemaCheck"
            })
    void itIsAskedAtTheStart(String name) {
        assertThat(beans.resolveObserverMethods(new StartupEvent()))
                .extracting(observer -> observer.getBeanClass().getName())
                .contains("no.synkvakt." + name);
    }
}
