package no.synkvakt.faults;

import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.MailRelay;

/** What happens to a mail server. */
enum SmtpFault {
    DOWN("SMTP down for a day", Duration.ofHours(1), 24) {
        @Override
        void strikes(List<String> addresses) {
            MailRelay.goesDown();
        }
    },
    GREYLISTS("SMTP greylists every address for five minutes", Duration.ofSeconds(30), 10) {
        @Override
        void strikes(List<String> addresses) {
            addresses.forEach(address -> MailRelay.saysOf(address, "450 4.7.1 greylisted, come back"));
        }
    },
    PUTS_OFF("SMTP says 4xx after the mail", Duration.ofSeconds(30), 2) {
        @Override
        void strikes(List<String> addresses) {
            addresses.forEach(address -> MailRelay.saysToNextMails("451 4.3.0 try again later"));
        }
    },
    DROPS("SMTP drops the connection after DATA", Duration.ofSeconds(30), 2) {
        @Override
        void strikes(List<String> addresses) {
            addresses.forEach(address -> MailRelay.hangsUpAfterNextMail());
        }
    },
    BREAKS_TLS("SMTP offers a TLS that is broken", Duration.ofMinutes(10), 6) {
        @Override
        void strikes(List<String> addresses) {
            MailRelay.breaksTls();
        }
    },
    IS_SLOW("SMTP takes one mail a second", Duration.ofSeconds(1), 30) {
        @Override
        void strikes(List<String> addresses) {
            MailRelay.takesOnly(1);
        }

        @Override
        void goesOn() {
            MailRelay.takesOnly(1);
        }
    };

    final String words;
    final Duration step;
    final int steps;

    SmtpFault(String words, Duration step, int steps) {
        this.words = words;
        this.step = step;
        this.steps = steps;
    }

    abstract void strikes(List<String> addresses);

    /** After each step of time. */
    void goesOn() {
        // most faults do by themselves
    }
}
