package no.synkvakt.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a page that changes says so aloud. */
class NewsTest {

    private static final String BEFORE = News.of("2 of 5 stand still", null).key();

    @Test
    void aPageThatIsReadFromItsBeginningSaysNothing() {
        assertThat(News.of("2 of 5 stand still", null).aloud()).isEmpty();
    }

    @Test
    void whatIsAsItWasIsNotSaidAgain() {
        assertThat(News.of("2 of 5 stand still", BEFORE).aloud()).isEmpty();
    }

    @Test
    void whatIsNewIsSaidOnce() {
        News news = News.of("3 of 5 stand still", BEFORE);
        assertThat(news.aloud()).isEqualTo("3 of 5 stand still");
        assertThat(News.of("3 of 5 stand still", news.key()).aloud()).isEmpty();
    }
}
