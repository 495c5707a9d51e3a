package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final int MOST = 3;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch first = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whatComesAloneIsDoneAlone_byWhoAsks() {
        GroupCommit<Integer, Thread> commits = new GroupCommit<>(1, MOST, asked -> List.of(Thread.currentThread()));
        assertThat(commits.ask(1)).isSameAs(Thread.currentThread());
        assertThat(commits.ask(2)).isSameAs(Thread.currentThread());
    }

    @Test
    void whatComesMeanwhileIsDoneTogether_inOrder_soManyAtOnce_andEachGetsItsOwnAnswer() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(1, MOST, this::held);
        List<Future<String>> answers = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            answers.add(asks(commits, number));
        }
        first.countDown();
        assertThat(answers).extracting(Future::get).containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5));
        assertThat(commits.ask(7)).as("nobody is left behind").isEqualTo("7");
    }

    @Test
    void aSecondLaneDoesNotWaitForTheFirst() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(2, MOST, this::held);
        Future<String> held = asks(commits, 0);
        assertThat(commits.ask(1)).isEqualTo("1");
        assertThat(held).isNotDone();
        first.countDown();
        assertThat(held).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("0");
    }

    @Test
    void whatIsThrownIsThrownAtAllInTheGroup_andAtNobodyElse() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(1, MOST, asked -> {
            List<String> answers = held(asked);
            if (asked.contains(2)) {
                throw new IllegalStateException("two");
            }
            return answers;
        });
        List<Future<String>> answers = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            answers.add(asks(commits, number));
        }
        first.countDown();
        IntStream.of(1, 2, 3)
                .forEach(number -> assertThatThrownBy(() -> answers.get(number).get())
                        .hasRootCauseInstanceOf(IllegalStateException.class)
                        .hasRootCauseMessage("two"));
        IntStream.of(0, 4, 5).forEach(number -> assertThat(answers.get(number))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(String.valueOf(number)));
        assertThatThrownBy(() -> commits.ask(2)).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(commits.ask(1)).isEqualTo("1");
    }

    /** The transaction of 0 is under way until the latch opens. */
    private List<String> held(List<Integer> asked) {
        groups.add(asked);
        if (asked.contains(0)) {
            await().until(() -> first.getCount() == 0);
        }
        return asked.stream().map(String::valueOf).toList();
    }

    /** In a thread of its own; it waits, or its transaction is under way, when this returns. */
    private Future<String> asks(GroupCommit<Integer, String> commits, int number) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Future<String> answer = threads.submit(() -> {
            thread.complete(Thread.currentThread());
            return commits.ask(number);
        });
        await().until(() -> groups.stream().anyMatch(group -> group.contains(number))
                || isWaiting(thread.join())
                || answer.isDone());
        return answer;
    }

    private static boolean isWaiting(Thread thread) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().equals("await")
                        && frame.getClassName().startsWith(GroupCommit.class.getName()));
    }
}
