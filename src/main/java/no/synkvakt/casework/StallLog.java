package no.synkvakt.casework;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import no.synkvakt.base.LogFields;
import no.synkvakt.stall.Stall;
import org.jboss.logging.Logger;

/** Writes into the log what has become of stalls, once it is so. */
@Singleton
class StallLog {

    private static final Logger LOG = Logger.getLogger(StallLog.class);

    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) StallNews news) {
        Stall stall = news.stall();
        LogFields.within(
                stall.municipality,
                stall.id,
                () -> LOG.infof(
                        "Stall %s: %s, %s, at %s",
                        news.kind(), stall.step == null ? "no cycle" : stall.step, stall.verdict, stall.municipality));
    }
}
